package org.vitrail.pixels.dicom.identity;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.vitrail.pixels.dicom.data.DicomBytes;
import org.vitrail.pixels.dicom.data.Element;
import org.vitrail.pixels.identity.IccProfile;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;

/** Color profiles, which stay only when they are such and reveal nobody: pixels are the same without. PS3.3 §C.11.15. */
final class ColorProfiles {

    private static final int ICC_PROFILE = 0x00282000;

    private ColorProfiles() {}

    static boolean isProfile(Element element) {
        return element.tag() == ICC_PROFILE && !element.isUndefined() && element.length() > 0;
    }

    /** What speaks against it. */
    static Set<Kind> kinds(Element profile, DicomBytes in) throws IOException {
        return profile.length() > IccProfile.MOST_BYTES
                ? EnumSet.of(Kind.PRIVATE_TAG)
                : IccProfile.kinds(in.bytes(profile.valueAt(), (int) profile.length()));
    }

    static List<IdentityFinding> findings(Element profile, DicomBytes in) throws IOException {
        return kinds(profile, in).stream()
                .map(kind -> new IdentityFinding(
                        kind,
                        in.name(),
                        "(0028,2000) ICCProfile",
                        "text in a color profile, or bytes that belong to no profile",
                        Treatment.REMOVED))
                .toList();
    }
}
