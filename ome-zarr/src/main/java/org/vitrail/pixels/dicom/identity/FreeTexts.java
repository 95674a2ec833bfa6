package org.vitrail.pixels.dicom.identity;

import java.util.List;
import java.util.Set;
import org.vitrail.pixels.dicom.data.Element;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;
import org.vitrail.pixels.identity.IdentityText;

/** Texts that the profile keeps, but in which a name or number may stand all the same. PS3.15 §E.3.5 (clean descriptors). */
final class FreeTexts {

    /** Longer texts are looked at up to here. */
    static final int MOST_BYTES = 1 << 16;

    private static final Set<String> TEXTS = Set.of("LO", "LT", "SH", "ST", "UC", "UT");

    private FreeTexts() {}

    /** True for representations of text, which only explicit files name. */
    static boolean isText(Element element) {
        return element.vr() != null && TEXTS.contains(element.vr());
    }

    static List<IdentityFinding> findings(String text, String file, String where) {
        return IdentityText.findings(text, file, where, Treatment.REMOVED);
    }

    /** The text with what reveals a person overwritten. */
    static String masked(String text) {
        return IdentityText.masked(text);
    }
}
