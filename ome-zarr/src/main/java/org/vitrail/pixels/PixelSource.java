package org.vitrail.pixels;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** One image, read lazily by region. Several threads may read at once; memory does not depend on the image's size. */
public interface PixelSource extends Closeable {

    /** Sizes; the same at every call. */
    PixelShape shape();

    /** Type of all samples. */
    PixelType type();

    /** What the file says besides. */
    SourceMetadata metadata();

    /**
     * Reads a rectangle of one plane.
     *
     * @param destination receives height·width samples from its start, row-major, little-endian
     * @throws IndexOutOfBoundsException when the rectangle is not wholly inside the image or the destination is too small
     * @throws UnreadableImage when the file's bytes there are damaged; names file and offset
     * @throws IOException when the file or store did not answer
     */
    void read(int t, int c, int z, long y, long x, int height, int width, byte[] destination) throws IOException;

    /**
     * Label images (segmentations) that the source itself holds for this image, in its order; empty for formats without.
     *
     * @throws UnreadableImage when one that is listed is damaged or absent
     * @throws IOException when the file or store did not answer
     */
    default List<LabelImage> labels() throws IOException {
        return List.of();
    }

    /**
     * Refuses a rectangle that is not inside the image.
     *
     * @throws IndexOutOfBoundsException naming rectangle and shape
     */
    default void checkRegion(int t, int c, int z, long y, long x, int height, int width, byte[] destination) {
        PixelShape s = shape();
        boolean inside = t >= 0 && t < s.t() && c >= 0 && c < s.c() && z >= 0 && z < s.z();
        inside &= y >= 0 && height >= 0 && y <= s.y() - height && x >= 0 && width >= 0 && x <= s.x() - width;
        if (!inside || (long) height * width * type().bytes() > destination.length) {
            throw new IndexOutOfBoundsException(
                    "Region t=%d c=%d z=%d y=%d x=%d, %d × %d is not inside %s, or longer than %d bytes"
                            .formatted(t, c, z, y, x, height, width, s, destination.length));
        }
    }
}
