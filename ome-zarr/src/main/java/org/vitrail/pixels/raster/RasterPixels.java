package org.vitrail.pixels.raster;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.List;
import org.vitrail.pixels.DescribedPixels;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SourceMetadata;

/** A decoded picture, held once as ImageIO made it; samples are picked from it when they are read. */
final class RasterPixels extends DescribedPixels {

    private final Raster raster;
    private final IndexColorModel palette;

    private final List<Long> stray;

    private RasterPixels(
            Raster raster, IndexColorModel palette, PixelShape shape, PixelType type, String name, List<Long> stray) {
        super(shape, type, metadata(name, shape.c()));
        this.raster = raster;
        this.palette = palette;
        this.stray = List.copyOf(stray);
    }

    /** @param stray for each place where bytes stand among the coded data that no decoder needs, how many */
    static RasterPixels of(BufferedImage image, String name, List<Long> stray) {
        Raster raster = image.getRaster();
        IndexColorModel palette = image.getColorModel() instanceof IndexColorModel indexed ? indexed : null;
        boolean deep = palette == null && raster.getDataBuffer().getDataType() == DataBuffer.TYPE_USHORT;
        int channels = palette == null ? image.getColorModel().getNumColorComponents() : isGray(palette) ? 1 : 3;
        PixelShape shape = new PixelShape(1, channels, 1, raster.getHeight(), raster.getWidth());
        PixelType type = deep ? PixelType.UINT16 : PixelType.UINT8;
        return new RasterPixels(raster, palette, shape, type, name, stray);
    }

    List<Long> stray() {
        return stray;
    }

    private static SourceMetadata metadata(String name, int channels) {
        return new SourceMetadata(name, channels > 1 ? "cyx" : "yx", null, null, null, List.of(), channels == 3);
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
    protected void readInside(int t, int c, int z, long y, long x, int height, int width, byte[] destination) {
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
                if (type() == PixelType.UINT16) {
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
}
