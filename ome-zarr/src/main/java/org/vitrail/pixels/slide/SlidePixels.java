package org.vitrail.pixels.slide;

import java.io.IOException;
import org.vitrail.pixels.DescribedPixels;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SourceMetadata;

/**
 * The full resolution of a slide as red, green and blue. OpenSlide gives premultiplied ARGB; as openslide-python does, a sample becomes
 * {@code 255·sample / alpha} rounded down, and 0 where the scan has no pixels (alpha 0).
 */
final class SlidePixels extends DescribedPixels {

    private static final int TILE = 512;
    private static final int MOST_TILES = 64;

    private final OpenedSlide slide;
    private final TileCache tiles = new TileCache(MOST_TILES);

    SlidePixels(OpenedSlide slide, PixelShape shape, SourceMetadata metadata) {
        super(shape, PixelType.UINT8, metadata);
        this.slide = slide;
    }

    @Override
    protected void readInside(int t, int c, int z, long y, long x, int height, int width, byte[] destination)
            throws IOException {
        for (long top = y / TILE * TILE; top < y + height; top += TILE) {
            for (long left = x / TILE * TILE; left < x + width; left += TILE) {
                copy(c, top, left, y, x, height, width, destination);
            }
        }
    }

    private void copy(int c, long top, long left, long y, long x, int height, int width, byte[] destination)
            throws IOException {
        int tileWidth = (int) Math.min(TILE, shape().x() - left);
        int tileHeight = (int) Math.min(TILE, shape().y() - top);
        long number = top / TILE * ((shape().x() + TILE - 1) / TILE) + left / TILE;
        byte[] tile = tiles.get(number, () -> planes(slide.read(left, top, tileWidth, tileHeight)));
        long firstRow = Math.max(y, top);
        long firstColumn = Math.max(x, left);
        int count = (int) (Math.min(x + width, left + tileWidth) - firstColumn);
        for (long row = firstRow; row < Math.min(y + height, top + tileHeight); row++) {
            int from = (int) ((c * (long) tileHeight + row - top) * tileWidth + firstColumn - left);
            System.arraycopy(tile, from, destination, (int) ((row - y) * width + firstColumn - x), count);
        }
    }

    /** All red samples, then green, then blue. */
    private static byte[] planes(int[] argb) {
        byte[] planes = new byte[3 * argb.length];
        for (int i = 0; i < argb.length; i++) {
            int alpha = argb[i] >>> 24;
            for (int c = 0; c < 3; c++) {
                int sample = argb[i] >>> 16 - 8 * c & 0xff;
                planes[c * argb.length + i] = (byte) (alpha == 255 ? sample : alpha == 0 ? 0 : 255 * sample / alpha);
            }
        }
        return planes;
    }

    @Override
    public void close() {
        slide.close();
    }
}
