package org.vitrail.omezarr.quality;

import org.vitrail.omezarr.quality.ChannelQuality.BitDepth;
import org.vitrail.omezarr.quality.ChannelQuality.Saturation;
import org.vitrail.omezarr.quality.ChannelQuality.Values;

/**
 * What is known of all values of a channel.
 *
 * @param samples of the channel
 * @param finite of these
 * @param zeros of these
 * @param min least finite
 * @param max greatest finite
 * @param atMax samples with the greatest value
 * @param atTypeMaximum samples at the type's greatest value; -1 for floats
 * @param step that all differences are multiples of; 0 for one value; NaN for values that are not whole
 */
record ValueFacts(
        long samples, long finite, long zeros, double min, double max, long atMax, long atTypeMaximum, double step) {

    /** A spike of fewer samples may be chance. */
    private static final int SPIKE_SAMPLES = 16;

    private static final int SPIKE_NEIGHBORS = 8;
    private static final int SPIKE_FACTOR = 4;

    /** From a histogram with a bin for each value of an 8- or 16-bit type. @param least value of the first bin */
    static ValueFacts of(long[] counts, int least) {
        long finite = 0;
        int first = -1;
        int last = -1;
        long step = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                finite += counts[i];
                first = first < 0 ? i : first;
                last = i;
                step = ValueCounts.gcd(step, i - first);
            }
        }
        if (finite == 0) {
            return new ValueFacts(0, 0, 0, Double.NaN, Double.NaN, 0, 0, 0);
        }
        long top = counts[counts.length - 1];
        return new ValueFacts(finite, finite, counts[-least], first + least, last + least, counts[last], top, step);
    }

    Values values() {
        return new Values(
                share(zeros, samples),
                share(samples - finite, samples),
                finite == 0 ? null : Rounding.round(min),
                finite == 0 ? null : Rounding.round(max));
    }

    /** @param counts histogram in the order of values, with a bin for one value or several */
    Saturation saturation(long[] counts) {
        if (finite == 0) {
            return null;
        }
        Double atType = atTypeMaximum < 0 ? null : share(atTypeMaximum, finite);
        return new Saturation(atType, isSpike(counts) ? share(atMax, finite) : 0);
    }

    /** Many more than in the occupied bins below: without a limit, counts fall off toward the greatest value. */
    private boolean isSpike(long[] counts) {
        int bin = counts.length - 1;
        while (bin > 0 && counts[bin] == 0) {
            bin--;
        }
        long below = 0;
        int occupied = 0;
        for (int i = bin - 1; i >= 0 && occupied < SPIKE_NEIGHBORS; i--) {
            if (counts[i] > 0) {
                below += counts[i];
                occupied++;
            }
        }
        return occupied > 0 && atMax >= SPIKE_SAMPLES && (double) atMax * occupied > (double) SPIKE_FACTOR * below;
    }

    BitDepth bitDepth() {
        if (finite == 0 || Double.isNaN(step)) {
            return null;
        }
        double steps = step == 0 ? 0 : (max - min) / step;
        return new BitDepth(steps == 0 ? 0 : Math.getExponent(steps) + 1, step);
    }

    private static double share(long part, long all) {
        return all == 0 ? 0 : Rounding.round((double) part / all);
    }
}
