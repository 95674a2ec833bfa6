package org.vitrail.pixels;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vitrail.pixels.raster.RasterImages;
import org.vitrail.pixels.tiff.TiffImages;

/** Opens image files of every supported format, by what is in them and not by their name. */
public final class ImageReaders {

    private static final int HEAD_BYTES = 352;

    private ImageReaders() {}

    /**
     * Opens the first image that the files hold together.
     *
     * @param files at least one; several make one image, whose first axis counts the files (see docs/formats/images.md)
     * @param axes of {@code tczyx}, for what the files do not say themselves ({@code tyx}: pages are time points); null for none
     * @throws UnreadableImage when a file is missing, empty, broken or no image
     * @throws UnsupportedImage when this release does not take the format, with the reason
     */
    public static PixelSource open(List<Path> files, String axes) {
        if (files.isEmpty()) {
            throw new UnreadableImage("No file was given. Name at least one image file.");
        }
        boolean tiff = true;
        for (Path file : files) {
            byte[] head = head(file);
            ForeignFormats.refusal(name(file), head).ifPresent(reason -> {
                throw new UnsupportedImage(reason);
            });
            tiff &= head.length >= 8 && TiffImages.looksLike(head);
            boolean raster = head.length >= 8 && RasterImages.looksLike(head);
            if (!tiff && !raster) {
                throw new UnreadableImage(
                        "%s is no image: it does not begin like TIFF, PNG or JPEG (byte 0). Is it the right file, whole?"
                                .formatted(name(file)));
            }
        }
        return open(files, axes, tiff);
    }

    private static PixelSource open(List<Path> files, String axes, boolean tiff) {
        try {
            if (tiff) {
                return TiffImages.open(files, axes);
            }
            if (files.size() > 1) {
                throw new UnsupportedImage(
                        "Several PNG or JPEG files are not put together to one image. Give each as an image, or save a TIFF stack.");
            }
            return RasterImages.open(files.get(0));
        } catch (IOException failed) {
            throw new UnreadableImage(
                    "%s could not be read: %s".formatted(name(files.get(0)), failed.getMessage()), failed);
        }
    }

    private static byte[] head(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UnreadableImage("%s is not there, or no file. Check the path.".formatted(name(file)));
        }
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] head = stream.readNBytes(HEAD_BYTES);
            if (head.length == 0) {
                throw new UnreadableImage("%s is empty (0 bytes). Send it again.".formatted(name(file)));
            }
            return head;
        } catch (IOException failed) {
            throw new UnreadableImage("%s could not be read: %s".formatted(name(file), failed.getMessage()), failed);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
