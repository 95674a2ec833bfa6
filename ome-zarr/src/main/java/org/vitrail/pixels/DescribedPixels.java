package org.vitrail.pixels;

import java.io.IOException;

/** An image of which size, type and metadata are known once it is open. What is asked for is inside of it when it is read. */
public abstract class DescribedPixels implements PixelSource {

    private final PixelShape shape;
    private final PixelType type;
    private final SourceMetadata metadata;

    /** What was found when the file was opened. */
    protected DescribedPixels(PixelShape shape, PixelType type, SourceMetadata metadata) {
        this.shape = shape;
        this.type = type;
        this.metadata = metadata;
    }

    @Override
    public final PixelShape shape() {
        return shape;
    }

    @Override
    public final PixelType type() {
        return type;
    }

    @Override
    public final SourceMetadata metadata() {
        return metadata;
    }

    @Override
    public final void read(int t, int c, int z, long y, long x, int height, int width, byte[] destination)
            throws IOException {
        checkRegion(t, c, z, y, x, height, width, destination);
        if (height > 0 && width > 0) {
            readInside(t, c, z, y, x, height, width, destination);
        }
    }

    /** As {@link #read}, of at least one pixel, wholly inside the image. */
    protected abstract void readInside(int t, int c, int z, long y, long x, int height, int width, byte[] destination)
            throws IOException;

    /** Nothing of its own is open: files belong to the fileset. */
    @Override
    public void close() throws IOException {}
}
