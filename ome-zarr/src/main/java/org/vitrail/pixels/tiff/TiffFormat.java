package org.vitrail.pixels.tiff;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageFormat;
import org.vitrail.pixels.SingleImage;

/** TIFF, BigTIFF, OME-TIFF and ImageJ stacks. */
public final class TiffFormat implements ImageFormat {

    @Override
    public String name() {
        return "TIFF";
    }

    @Override
    public boolean takes(List<Candidate> files) {
        return files.stream().allMatch(TiffFormat::isTiff);
    }

    /** A DICOM file may begin with a TIFF header in its preamble (PS3.10 §7.1), and is not for this reader then. */
    private static boolean isTiff(Candidate file) {
        return file.head().length >= 8 && TiffImages.looksLike(file.head()) && !file.has(128, "DICM");
    }

    @Override
    public Fileset open(List<Path> files, String axes) throws IOException {
        return new SingleImage(TiffImages.open(files, axes), List.of());
    }
}
