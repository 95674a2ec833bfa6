package org.vitrail.pixels.raster;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.List;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SourceMetadata;

/** A decoded picture, held once as ImageIO made it; samples are picked from it when they are read. */
final class RasterPixels implements PixelSource {

    private final Raster raster;
    private final IndexColorModel palette;
    private final PixelShape shape;
    private final PixelType type;
    private final SourceMetadata metadata;

    private final List<Long> stray;

    /** @param stray for each place where bytes stand among the coded data that no decoder needs, how many */
    RasterPixels(BufferedImage image, String name, List<Long> stray) {
        this.stray = List.copyOf(stray);
        raster = image.getRaster();
        palette = image.getColorModel() instanceof IndexColorModel indexed ? indexed : null;
        boolean deep = palette == null && raster.getDataBuffer().getDataType() == DataBuffer.TYPE_USHORT;
        type = deep ? PixelType.UINT16 : PixelType.UINT8;
        int channels = channels(image);
        shape = new PixelShape(1, channels, 1, raster.getHeight(), raster.getWidth());
        String axes = channels > 1 ? "cyx" : "yx";
        metadata = new SourceMetadata(name, axes, null, null, null, List.of(), channels == 3);
    }

    List<Long> stray() {
        return stray;
    }

    private int channels(BufferedImage image) {
        if (palette == null) {
            return image.getColorModel().getNumColorComponents();
        }
        return isGray(palette) ? 1 : 3;
    }

    private static boolean isGray(IndexColorModel palette) {
        for (int i = 0; i < palette.getMapSize(); i++) {
            if (palette.getRed(i) != palette.getGreen(i) || palette.getRed(i) != palette.getBlue(i)) {
                return false;
            }
        }
        return true;
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
    public void read(int t, int c, int z, long y, long x, int height, int width, byte[] destination) {
        checkRegion(t, c, z, y, x, height, width, destination);
        int[] row = new int[width];
        int at = 0;
        for (int line = 0; line < height; line++) {
            raster.getSamples(
                    raster.getMinX() + (int) x,
                    raster.getMinY() + (int) y + line,
                    width,
                    1,
                    palette == null ? c : 0,
                    row);
            for (int value : row) {
                int sample = palette == null ? value : component(value, c);
                destination[at++] = (byte) sample;
                if (type == PixelType.UINT16) {
                    destination[at++] = (byte) (sample >>> 8);
                }
            }
        }
    }

    private int component(int index, int c) {
        return switch (c) {
            case 0 -> palette.getRed(index);
            case 1 -> palette.getGreen(index);
            default -> palette.getBlue(index);
        };
    }

    @Override
    public void close() {}
}
