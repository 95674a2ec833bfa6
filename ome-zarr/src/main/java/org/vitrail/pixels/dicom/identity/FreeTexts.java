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

    /** True for representations of text, and for short values of bytes or of no known representation: then the value decides. */
    static boolean isText(Element element) {
        return element.vr() == null || "UN".equals(element.vr()) || "OB".equals(element.vr())
                ? !element.isUndefined() && element.length() <= MOST_BYTES
                : TEXTS.contains(element.vr());
    }

    /** Numbers in binary have control characters. */
    private static boolean isPrintable(String text) {
        return text.chars()
                .allMatch(c -> c >= ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 27 || c == 0);
    }

    static List<IdentityFinding> findings(String text, String file, String where) {
        return !isPrintable(text) ? List.of() : IdentityText.findings(text, file, where, Treatment.REMOVED);
    }

    /** The text with what reveals a person overwritten. */
    static String masked(String text) {
        return isPrintable(text) ? IdentityText.masked(text) : text;
    }
}
