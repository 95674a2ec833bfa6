package org.vitrail.omezarr.quality;

/**
 * Counts how much samples differ from what their eight neighbors let expect: the difference of two Laplacians, which vanishes for
 * brightness that is even, slanted or slightly curved. J. Immerkær, Fast noise variance estimation, CVIU 64 (1996), with the median in
 * place of the mean, so that edges of the specimen weigh little. Several threads may add.
 */
final class NoiseHistogram {

    private static final int ROW_STEP = 8;

    /** Upper half of a float's bits: seven bits of mantissa, steps of less than 1 %. */
    private static final int BINS = 0x7f80;

    /** The mask [1 −2 1; −2 4 −2; 1 −2 1] multiplies the noise's standard deviation by its length, √36. */
    private static final double MASK_LENGTH = 6;

    /** Median of the absolute value of a normal deviate with standard deviation 1. */
    private static final double NORMAL_MEDIAN = 0.6744897501960817;

    private final long[] counts = new long[BINS];

    /** Working memory of one thread. */
    static final class Rows {
        private double[][] rows = new double[3][0];
        private double[] vertical = {};
        private short[] bins = {};
        private int found;

        private void reserve(int height, int width) {
            if (vertical.length < width) {
                rows = new double[3][width];
                vertical = new double[width];
            }
            if (bins.length < (height / ROW_STEP + 1) * width) {
                bins = new short[(height / ROW_STEP + 1) * width];
            }
        }
    }

    /** Takes rows 1, 9, 17 … of a tile, with those above and below. */
    void see(TileSamples tile, Rows work) {
        work.reserve(tile.height(), tile.width());
        work.found = 0;
        for (int y = 1; y + 1 < tile.height(); y += ROW_STEP) {
            for (int i = 0; i < 3; i++) {
                tile.row(y - 1 + i, work.rows[i]);
            }
            differences(tile.width(), work);
        }
        synchronized (this) {
            for (int i = 0; i < work.found; i++) {
                counts[work.bins[i]]++;
            }
        }
    }

    private static void differences(int width, Rows work) {
        double[] above = work.rows[0];
        double[] row = work.rows[1];
        double[] below = work.rows[2];
        double[] vertical = work.vertical;
        for (int x = 0; x < width; x++) {
            vertical[x] = above[x] - 2 * row[x] + below[x];
        }
        int found = work.found;
        for (int x = 1; x + 1 < width; x++) {
            double difference = Math.abs(vertical[x - 1] - 2 * vertical[x] + vertical[x + 1]);
            int bin = Float.floatToRawIntBits((float) difference) >>> 16;
            if (bin < BINS && (bin > 0 || !isConstant(above, row, below, x))) {
                work.bins[found++] = (short) bin;
            }
        }
        work.found = found;
    }

    /** Where all nine are equal there was no camera at work: padding, a limit of the type, a mask. */
    private static boolean isConstant(double[] above, double[] row, double[] below, int x) {
        double value = row[x];
        boolean constant = true;
        for (int i = x - 1; i <= x + 1; i++) {
            constant &= above[i] == value && row[i] == value && below[i] == value;
        }
        return constant;
    }

    /** Standard deviation of the noise in units of the samples; NaN when no window was seen. */
    synchronized double sigma() {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        if (total == 0) {
            return Double.NaN;
        }
        long below = 0;
        int bin = 0;
        while (2 * (below + counts[bin]) < total) {
            below += counts[bin++];
        }
        if (bin == 0) {
            return 0;
        }
        double start = value(bin);
        double inside = (total / 2.0 - below) / counts[bin];
        return (start + inside * (value(bin + 1) - start)) / (NORMAL_MEDIAN * MASK_LENGTH);
    }

    private static double value(int bin) {
        return Float.intBitsToFloat(bin << 16);
    }
}
