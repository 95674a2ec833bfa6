package org.vitrail.omezarr.quality;

import org.vitrail.pixels.PixelType;

/** Counts what {@link ValueFacts} tells, where a histogram with a bin for each value is not to be had. Several threads may add. */
final class ValueCounts {

    /** Up to here every whole number is a double of its own. */
    private static final double WHOLE_LIMIT = 0x1p53;

    private final double typeMaximum;
    private final Run all = new Run();

    ValueCounts(PixelType type) {
        typeMaximum = type.isFloating() ? Double.NaN : typeMaximum(type);
    }

    private static double typeMaximum(PixelType type) {
        return Math.scalb(1.0, 8 * type.bytes() - (type.isSigned() ? 1 : 0)) - 1;
    }

    /** Counts of some samples. */
    private static final class Run {
        private long samples;
        private long finite;
        private long zeros;
        private long atTypeMaximum;
        private double min = Double.POSITIVE_INFINITY;
        private double max = Double.NEGATIVE_INFINITY;
        private long atMax;
        private long step;
        private boolean whole = true;
    }

    /** Counts a tile's samples. */
    void see(TileSamples tile) {
        Run run = new Run();
        run.samples = (long) tile.height() * tile.width();
        count(tile.values(), (int) run.samples, run);
        if (run.finite > 0) {
            findStep(tile.values(), (int) run.samples, run);
        }
        add(run);
    }

    /** One loop for what every sample needs, one for what few have. */
    private void count(double[] values, int length, Run run) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        long finite = 0;
        long zeros = 0;
        for (int i = 0; i < length; i++) {
            double value = values[i];
            if (Math.abs(value) <= Double.MAX_VALUE) {
                finite++;
                zeros += value == 0 ? 1 : 0;
                min = value < min ? value : min;
                max = value > max ? value : max;
            }
        }
        for (int i = 0; i < length; i++) {
            run.atMax += values[i] == max ? 1 : 0;
        }
        run.finite = finite;
        run.zeros = zeros;
        run.min = min;
        run.max = max;
        run.atMax = finite == 0 ? 0 : run.atMax;
        run.atTypeMaximum = max == typeMaximum ? run.atMax : 0;
    }

    private static void findStep(double[] values, int length, Run run) {
        run.whole = isWhole(run.min) && isWhole(run.max);
        for (int i = 0; run.whole && i < length; i++) {
            double value = values[i];
            if (Math.abs(value) <= Double.MAX_VALUE) {
                run.whole = isWhole(value);
                if (run.step != 1) {
                    run.step = gcd(run.step, (long) value - (long) run.min);
                }
            }
        }
    }

    private static boolean isWhole(double value) {
        return value == Math.rint(value) && Math.abs(value) <= WHOLE_LIMIT;
    }

    private synchronized void add(Run run) {
        if (run.finite > 0 && all.finite > 0) {
            all.step = gcd(gcd(all.step, run.step), (long) all.min - (long) run.min);
        } else if (run.finite > 0) {
            all.step = run.step;
        }
        all.whole &= run.whole;
        all.atMax = run.max > all.max ? run.atMax : run.max == all.max ? all.atMax + run.atMax : all.atMax;
        all.max = Math.max(all.max, run.max);
        all.min = Math.min(all.min, run.min);
        all.samples += run.samples;
        all.finite += run.finite;
        all.zeros += run.zeros;
        all.atTypeMaximum += run.atTypeMaximum;
    }

    /** Greatest common divisor; 0 with any other number is that number. */
    static long gcd(long a, long b) {
        long x = Math.abs(a);
        long y = Math.abs(b);
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        return x;
    }

    /** When all tiles were seen. */
    synchronized ValueFacts facts() {
        return new ValueFacts(
                all.samples,
                all.finite,
                all.zeros,
                all.min,
                all.max,
                all.atMax,
                Double.isNaN(typeMaximum) ? -1 : all.atTypeMaximum,
                all.whole ? all.step : Double.NaN);
    }
}
