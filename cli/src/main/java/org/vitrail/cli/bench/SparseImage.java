package org.vitrail.cli.bench;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SourceMetadata;

/** A huge square uint16 image that is nowhere stored: zero, but for one tile of 512 × 512 in 32. Counts what was read. */
final class SparseImage implements PixelSource {

    private static final int TILE = 512;
    private static final int ONE_IN = 32;

    private final long side;
    private final GeneratedImage samples = new GeneratedImage(TILE);
    private final AtomicLong bytesRead = new AtomicLong();

    SparseImage(long side) {
        this.side = side;
    }

    long bytesRead() {
        return bytesRead.get();
    }

    @Override
    public PixelShape shape() {
        return new PixelShape(1, 1, 1, side, side);
    }

    @Override
    public PixelType type() {
        return PixelType.UINT16;
    }

    @Override
    public SourceMetadata metadata() {
        return SourceMetadata.ofAxes("yx");
    }

    @Override
    public void read(int t, int c, int z, long y, long x, int height, int width, byte[] destination) {
        checkRegion(t, c, z, y, x, height, width, destination);
        long tile = y / TILE * 7919 + x / TILE;
        boolean filled = tile % ONE_IN == 0 && y % TILE + height <= TILE && x % TILE + width <= TILE;
        if (filled) {
            samples.read(0, 0, 0, y % TILE, x % TILE, height, width, destination);
        } else {
            Arrays.fill(destination, 0, 2 * height * width, (byte) 0);
        }
        bytesRead.addAndGet(2L * height * width);
    }

    @Override
    public void close() {}
}
