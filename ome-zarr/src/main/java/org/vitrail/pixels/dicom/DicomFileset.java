package org.vitrail.pixels.dicom;

import java.io.IOException;
import java.util.List;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.dicom.data.DicomFile;
import org.vitrail.pixels.identity.IdentityFinding;

/**
 * The images of DICOM files.
 *
 * @param images at least one
 * @param findings what could reveal a person, of all files that were given
 * @param files all of them
 */
record DicomFileset(List<DicomPixels> images, List<IdentityFinding> findings, List<DicomFile> files)
        implements Fileset {

    DicomFileset {
        images = List.copyOf(images);
        findings = List.copyOf(findings);
        files = List.copyOf(files);
    }

    @Override
    public void close() throws IOException {
        for (DicomFile file : files) {
            file.close();
        }
    }
}
