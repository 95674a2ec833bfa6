package org.vitrail.omezarr.quality;

import org.vitrail.omezarr.digest.ExactSum;
import org.vitrail.omezarr.quality.ChannelQuality.FlatField;

/** Means of 8 × 8 fields over all planes: brightness that falls off toward the corners is the lamp's or the lens's. Several threads may add. */
final class IlluminationGrid {

    private static final int FIELDS = 8;

    private final long height;
    private final long width;
    private final ExactSum[] sums = new ExactSum[FIELDS * FIELDS];
    private final long[] counts = new long[FIELDS * FIELDS];

    /** Of an image at least 32 × 32. */
    IlluminationGrid(long height, long width) {
        this.height = height;
        this.width = width;
        for (int i = 0; i < sums.length; i++) {
            sums[i] = new ExactSum();
        }
    }

    /** A block of 4 × 4 belongs to the field in which its third sample of the third row lies. */
    void see(long y, long x, TileSamples tile) {
        double[] found = new double[FIELDS * FIELDS];
        long[] seen = new long[FIELDS * FIELDS];
        int across = tile.blocksAcross();
        int[] columns = new int[across];
        for (int bx = 0; bx < across; bx++) {
            columns[bx] = field(x + (long) bx * TileSamples.BLOCK, width);
        }
        for (int by = 0; by < tile.blocksDown(); by++) {
            int row = FIELDS * field(y + (long) by * TileSamples.BLOCK, height);
            for (int bx = 0; bx < across; bx++) {
                found[row + columns[bx]] += tile.sums()[by * across + bx];
                seen[row + columns[bx]] += tile.counts()[by * across + bx];
            }
        }
        synchronized (this) {
            for (int i = 0; i < sums.length; i++) {
                if (seen[i] > 0) {
                    sums[i].add(found[i]);
                    counts[i] += seen[i];
                }
            }
        }
    }

    private static int field(long first, long length) {
        return (int) Math.min(FIELDS - 1, FIELDS * (first + TileSamples.BLOCK / 2) / length);
    }

    /** Null when a field has no finite sample or the center is not above zero. */
    synchronized FlatField flatField() {
        double center = mean(3, 3, 3, 4, 4, 3, 4, 4);
        double corner = mean(0, 0, 0, 7, 7, 0, 7, 7);
        double edge = mean(0, 3, 0, 4, 7, 3, 7, 4, 3, 0, 4, 0, 3, 7, 4, 7);
        if (!(center > 0) || !Double.isFinite(corner / center) || !Double.isFinite(edge / center)) {
            return null;
        }
        return new FlatField(Rounding.round(corner / center), Rounding.round(edge / center));
    }

    private double mean(int... fields) {
        double mean = 0;
        for (int i = 0; i < fields.length; i += 2) {
            int field = FIELDS * fields[i] + fields[i + 1];
            mean += sums[field].value() / counts[field] / (fields.length / 2);
        }
        return mean;
    }
}
