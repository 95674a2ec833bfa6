package org.vitrail.pixels;

import java.nio.file.Path;
import java.util.List;

/** Opens image files of every supported format. */
public final class ImageReaders {

    private ImageReaders() {}

    /**
     * Opens the first image that the files hold together.
     *
     * @param files at least one; several make one image (see docs/formats/images.md)
     * @param axes of {@code tczyx}, for what the files do not say themselves ({@code tyx}: pages are time points); null for none
     * @throws UnreadableImage when a file is missing, empty, broken or no image
     * @throws UnsupportedImage when this release does not take the format, with the reason
     */
    public static PixelSource open(List<Path> files, String axes) {
        throw new UnsupportedImage("Reading is not built yet: " + files + " " + axes);
    }
}
