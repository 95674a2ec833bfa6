package org.vitrail.pixels.dicom.identity;

import java.util.List;
import org.vitrail.pixels.dicom.data.*;
import org.vitrail.pixels.identity.IdentityFinding;

public final class IdentityFindings {
    private IdentityFindings() {}

    public static List<IdentityFinding> of(DicomFile file, Dataset data) {
        return List.of();
    }
}
