package org.vitrail.cli.bench;

import java.util.Random;

/** A square uint16 image in memory: bright blobs over a dim background, with noise of about three bits. */
final class GeneratedImage extends SquareImage {

    private static final int PATTERN = 2048;

    private final byte[] pattern = new byte[PATTERN * PATTERN * 2];

    /** The pattern is repeated beyond 2048 pixels. */
    GeneratedImage(int side) {
        super(side);
        Random random = new Random(42);
        for (int y = 0; y < PATTERN; y++) {
            for (int x = 0; x < PATTERN; x++) {
                double blob = Math.max(0, Math.sin(x / 23.0) * Math.cos(y / 31.0));
                int value = (int) (120 + 1800 * blob * blob + random.nextGaussian() * (4 + 6 * blob));
                pattern[2 * (y * PATTERN + x)] = (byte) value;
                pattern[2 * (y * PATTERN + x) + 1] = (byte) (value >> 8);
            }
        }
    }

    @Override
    public void read(int t, int c, int z, long y, long x, int height, int width, byte[] destination) {
        checkRegion(t, c, z, y, x, height, width, destination);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; ) {
                int from = (int) ((x + column) % PATTERN);
                int count = Math.min(width - column, PATTERN - from);
                int line = (int) ((y + row) % PATTERN);
                System.arraycopy(
                        pattern, 2 * (line * PATTERN + from), destination, 2 * (row * width + column), 2 * count);
                column += count;
            }
        }
    }
}
