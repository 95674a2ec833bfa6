package org.vitrail.omezarr.digest;

import java.io.IOException;
import java.util.Arrays;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;

/**
 * Perceptual hash {@code vitrail-phash-1}: 64 bits that hardly change when an image is scaled, brightened linearly, stored with other
 * bits or compressed, and differ in about half for another image. Of the first time point's middle section (z = ⌊Z/2⌋), the first 16
 * channels. Whole numbers only, so that every machine finds the same. docs/formats/perceptual-hash.md; after C. Zauner, Implementation
 * and Benchmarking of Perceptual Image Hash Functions (2010), §3.2.1.
 *
 * <p>Takes tiles in any order and from any thread.
 */
public final class PerceptualHash {

    /** Name of the method. */
    public static final String METHOD = "vitrail-phash-1";

    private static final int MOST_CHANNELS = 16;
    private static final int FREQUENCIES = 8;
    private static final int SIDE = CellGrid.SIDE;
    private static final int TILE = ImageDigest.TILE;

    private final int section;
    private final CellGrid[] channels;

    /** For an image of that size. */
    public PerceptualHash(PixelShape shape, PixelType type) {
        section = (int) (shape.z() / 2);
        channels = new CellGrid[Math.min(shape.c(), MOST_CHANNELS)];
        for (int c = 0; c < channels.length; c++) {
            channels[c] = new CellGrid(type, shape.y(), shape.x());
        }
    }

    /** True for tiles that count; others need not be shown. */
    public boolean wants(int t, int c, int z) {
        return t == 0 && z == section && c < channels.length;
    }

    /**
     * Takes a tile, each once.
     *
     * @param y its first row in the plane, a multiple of 512
     * @param x its first column, a multiple of 512
     * @param samples height·width, row-major, little-endian; not kept
     */
    public void see(int t, int c, int z, long y, long x, int height, int width, byte[] samples) {
        if (wants(t, c, z)) {
            channels[c].see(y, x, height, width, samples);
        }
    }

    /** The hash when every tile was seen: 16 lower-case hexadecimal digits; zeros for an image of one value. */
    public String finish() {
        long[] light = new long[SIDE * SIDE];
        for (CellGrid channel : channels) {
            channel.addStretchedTo(light);
        }
        long[] coefficients = cosines(light);
        long[] sorted = Arrays.copyOfRange(coefficients, 1, coefficients.length);
        Arrays.sort(sorted);
        long median = sorted[sorted.length / 2];
        long bits = 0;
        for (int k = 1; k < coefficients.length; k++) {
            bits |= coefficients[k] > median ? 1L << (63 - k) : 0;
        }
        return "%016x".formatted(bits);
    }

    /** The 8 × 8 lowest frequencies, vertical ones first; at most 2⁵⁸ each. */
    private static long[] cosines(long[] light) {
        long[] found = new long[FREQUENCIES * FREQUENCIES];
        for (int v = 0; v < FREQUENCIES; v++) {
            for (int y = 0; y < SIDE; y++) {
                long row = 0;
                for (int x = 0; x < SIDE; x++) {
                    row += cosine(v, x) * light[y * SIDE + x];
                }
                for (int u = 0; u < FREQUENCIES; u++) {
                    found[u * FREQUENCIES + v] += cosine(u, y) * row;
                }
            }
        }
        return found;
    }

    /** 2¹⁴ · cos((2n + 1)·k·π / 64), rounded to a whole number. */
    static long cosine(int k, int n) {
        return Math.round(16_384 * StrictMath.cos((2 * n + 1) * k * Math.PI / (2 * SIDE)));
    }

    /** Number of bits in which two hashes differ, 0 to 64; up to about 8 speak for the same image, about 31 for another. */
    public static int distance(String one, String other) {
        return Long.bitCount(Long.parseUnsignedLong(one, 16) ^ Long.parseUnsignedLong(other, 16));
    }

    /** Reads the section that counts, one tile at a time. */
    public static String of(PixelSource source) throws IOException {
        PixelShape shape = source.shape();
        PerceptualHash hash = new PerceptualHash(shape, source.type());
        byte[] tile = new byte[TILE * TILE * source.type().bytes()];
        for (int c = 0; hash.wants(0, c, hash.section) && c < shape.c(); c++) {
            for (long y = 0; y < shape.y(); y += TILE) {
                int height = (int) Math.min(TILE, shape.y() - y);
                for (long x = 0; x < shape.x(); x += TILE) {
                    int width = (int) Math.min(TILE, shape.x() - x);
                    source.read(0, c, hash.section, y, x, height, width, tile);
                    hash.see(0, c, hash.section, y, x, height, width, tile);
                }
            }
        }
        return hash.finish();
    }
}
