package org.vitrail.pixels.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageFormat;
import org.vitrail.pixels.dicom.identity.IdentityCopy;

/** DICOM files and folders of them. PS3.10 §7. */
public final class DicomFormat implements ImageFormat {

    @Override
    public String name() {
        return "DICOM";
    }

    @Override
    public boolean datesReveal() {
        return true;
    }

    @Override
    public boolean takes(List<Candidate> files) {
        return files.stream().allMatch(DicomFormat::isDicom);
    }

    private static boolean isDicom(Candidate file) {
        if (!Files.isDirectory(file.path())) {
            return DicomHead.isDicom(file.head());
        }
        try {
            return DicomFolder.holdsDicom(file.path());
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** The first bytes of a file, {@value Candidate#HEAD_BYTES} at most. */
    static byte[] head(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes(Candidate.HEAD_BYTES);
        }
    }

    @Override
    public Fileset open(List<Path> files, String axes) throws IOException {
        return DicomImages.open(files, axes);
    }

    @Override
    public boolean writeWithoutIdentity(Path file, Path copy) throws IOException {
        return IdentityCopy.write(file, copy);
    }
}
