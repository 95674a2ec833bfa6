package org.vitrail.pixels.tiff;

import java.io.IOException;
import java.util.List;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SourceMetadata;

/** An image in one or more TIFF files. */
final class TiffPixels implements PixelSource {

    private final PixelShape shape;
    private final PixelType type;
    private final SourceMetadata metadata;
    private final PlaneMap planes;
    private final List<TiffFile> files;

    TiffPixels(PixelShape shape, PixelType type, SourceMetadata metadata, PlaneMap planes, List<TiffFile> files) {
        this.shape = shape;
        this.type = type;
        this.metadata = metadata;
        this.planes = planes;
        this.files = files;
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

    @Override
    public void close() throws IOException {
        IOException first = null;
        for (TiffFile file : files) {
            try {
                file.close();
            } catch (IOException failed) {
                first = failed;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
