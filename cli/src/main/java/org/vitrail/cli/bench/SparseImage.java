package org.vitrail.cli.bench;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/** A huge square uint16 image that is nowhere stored: zero, but for one tile of 512 × 512 in 32. Counts what was read. */
final class SparseImage extends SquareImage {

    private static final int TILE = 512;
    private static final int ONE_IN = 32;

    private final GeneratedImage samples = new GeneratedImage(TILE);
    private final AtomicLong bytesRead = new AtomicLong();

    SparseImage(long side) {
        super(side);
    }

    long bytesRead() {
        return bytesRead.get();
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
}
