package org.vitrail.pixels.raster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageFormat;
import org.vitrail.pixels.SingleImage;

/** PNG and JPEG pictures, one file an image. */
public final class RasterFormat implements ImageFormat {

    @Override
    public String name() {
        return "PNG or JPEG";
    }

    @Override
    public boolean takes(List<Candidate> files) {
        return files.size() == 1
                && files.get(0).head().length >= 8
                && RasterImages.looksLike(files.get(0).head());
    }

    @Override
    public Fileset open(List<Path> files, String axes) throws IOException {
        Path file = files.get(0);
        PictureIdentity identity = RasterImages.isPng(file) ? PngIdentity.of(file) : JpegIdentity.of(file);
        return new SingleImage(RasterImages.open(file), identity.found());
    }

    @Override
    public boolean writeWithoutIdentity(Path file, Path copy) throws IOException {
        boolean done = false;
        try {
            if (RasterImages.isPng(file)) {
                PngIdentity.write(file, copy);
            } else {
                JpegIdentity.write(file, copy);
            }
            done = true;
            return true;
        } finally {
            if (!done) {
                Files.deleteIfExists(copy);
            }
        }
    }
}
