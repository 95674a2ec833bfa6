package org.vitrail.pixels.raster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageFormat;
import org.vitrail.pixels.SamePixels;
import org.vitrail.pixels.SingleImage;
import org.vitrail.pixels.identity.IdentityFinding.Kind;

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
        PictureIdentity identity = RasterImages.isPng(file)
                ? PngIdentity.of(file).identity()
                : JpegIdentity.of(file).identity();
        RasterPixels pixels = RasterImages.decode(file);
        for (long bytes : pixels.stray()) {
            identity.add(
                    Kind.PRIVATE_TAG,
                    "behind the coded data",
                    "%d bytes among the coded data that no decoder needs.".formatted(bytes));
        }
        return new SingleImage(pixels, identity.found());
    }

    @Override
    public boolean writeWithoutIdentity(Path file, Path copy) throws IOException {
        boolean proven = false;
        try {
            proven = write(file, copy) && SamePixels.in(this, file, copy);
            return proven;
        } finally {
            if (!proven) {
                Files.deleteIfExists(copy);
            }
        }
    }

    /** @return false when something cannot be left out */
    private static boolean write(Path file, Path copy) throws IOException {
        if (RasterImages.isPng(file)) {
            return PngCopy.write(file, copy);
        }
        JpegCopy.write(file, copy, 0);
        List<Long> stray = RasterImages.decode(copy).stray();
        if (stray.isEmpty()) {
            return true;
        }
        // what stands before an earlier scan's end cannot be told from coded data without decoding them: then bytes are
        // left
        JpegCopy.write(file, copy, stray.get(0));
        return RasterImages.decode(copy).stray().isEmpty();
    }
}
