package org.vitrail.pixels.tiff.page;

import java.io.IOException;
import org.vitrail.pixels.DescribedPixels;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SourceMetadata;

/** An image in one or more TIFF files, which its fileset closes. */
public final class TiffPixels extends DescribedPixels {

    private final PlaneMap planes;

    /** Reads through the map; closes nothing. */
    public TiffPixels(PixelShape shape, PixelType type, SourceMetadata metadata, PlaneMap planes) {
        super(shape, type, metadata);
        this.planes = planes;
    }

    @Override
    protected void readInside(int t, int c, int z, long y, long x, int height, int width, byte[] destination)
            throws IOException {
        planes.read(t, c, z, new PlaneMap.Rectangle(y, x, height, width), destination);
    }
}
