package org.vitrail.omezarr.quality;

import org.vitrail.omezarr.digest.ExactSum;
import org.vitrail.omezarr.quality.ChannelQuality.Bleaching;

/** Mean of each time point, and the line through their logarithms: bleaching is a decay to first order. Several threads may add. */
final class IntensityTrend {

    private final ExactSum[] sums;
    private final long[] counts;

    IntensityTrend(int timePoints) {
        sums = new ExactSum[timePoints];
        counts = new long[timePoints];
    }

    void see(int t, TileSamples tile) {
        double sum = 0;
        long count = 0;
        for (int i = 0; i < tile.blocksAcross() * tile.blocksDown(); i++) {
            sum += tile.sums()[i];
            count += tile.counts()[i];
        }
        synchronized (this) {
            if (sums[t] == null) {
                sums[t] = new ExactSum();
            }
            sums[t].add(sum);
            counts[t] += count;
        }
    }

    /** Null when a time point's mean is not above zero. */
    synchronized Bleaching bleaching() {
        double[] logs = new double[sums.length];
        double mean = 0;
        for (int t = 0; t < logs.length; t++) {
            double intensity = sums[t] == null || counts[t] == 0 ? Double.NaN : sums[t].value() / counts[t];
            if (!(intensity > 0) || intensity > Double.MAX_VALUE) {
                return null;
            }
            logs[t] = StrictMath.log(intensity);
            mean += logs[t] / logs.length;
        }
        double middle = (logs.length - 1) / 2.0;
        double spread = 0;
        double product = 0;
        double variation = 0;
        for (int t = 0; t < logs.length; t++) {
            spread += (t - middle) * (t - middle);
            product += (t - middle) * (logs[t] - mean);
            variation += (logs[t] - mean) * (logs[t] - mean);
        }
        boolean changes = variation > 1e-24 * logs.length;
        Double fit = changes ? Rounding.round(Math.min(1, product * product / (spread * variation))) : null;
        return new Bleaching(changes ? Rounding.round(product / spread) : 0, fit);
    }
}
