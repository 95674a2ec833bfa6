package org.vitrail.pixels.tiff.page;

import java.io.IOException;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SourceMetadata;

/** An image in one or more TIFF files, which its fileset closes. */
public final class TiffPixels implements PixelSource {

    private final PixelShape shape;
    private final PixelType type;
    private final SourceMetadata metadata;
    private final PlaneMap planes;

    /** Reads through the map; closes nothing. */
    public TiffPixels(PixelShape shape, PixelType type, SourceMetadata metadata, PlaneMap planes) {
        this.shape = shape;
        this.type = type;
        this.metadata = metadata;
        this.planes = planes;
    }

    @Override
    public PixelShape shape() {
        return shape;
    }

    @Override
    public PixelType type() {
        return type;
    }

    @Override
    public SourceMetadata metadata() {
        return metadata;
    }

    @Override
    public void read(int t, int c, int z, long y, long x, int height, int width, byte[] destination)
            throws IOException {
        checkRegion(t, c, z, y, x, height, width, destination);
        if (height > 0 && width > 0) {
            planes.read(t, c, z, new PlaneMap.Rectangle(y, x, height, width), destination);
        }
    }

    /** The files belong to the fileset. */
    @Override
    public void close() {}
}
