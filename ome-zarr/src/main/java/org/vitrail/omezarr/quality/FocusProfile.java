package org.vitrail.omezarr.quality;

import java.util.ArrayList;
import java.util.List;
import org.vitrail.omezarr.digest.ExactSum;
import org.vitrail.omezarr.quality.ChannelQuality.Focus;

/**
 * Sharpness of each section: variance of the Laplacian of the image reduced to a quarter. J. L. Pech-Pacheco et al., ICPR 2000; reduced
 * first, because a camera's noise has as much variance in every section. Several threads may add.
 */
final class FocusProfile {

    private static final int MOST_SECTIONS = 512;

    private final Section[] sections;

    FocusProfile(int depth) {
        sections = new Section[depth];
    }

    private static final class Section {
        private final ExactSum sum = new ExactSum();
        private final ExactSum squares = new ExactSum();
        private long count;

        private double variance() {
            double mean = sum.value() / count;
            return count == 0 ? 0 : Math.max(0, squares.value() / count - mean * mean);
        }
    }

    /** Takes the blocks inside a tile that are whole and have four whole neighbors. */
    void see(int z, TileSamples tile) {
        double[] sums = tile.sums();
        int[] counts = tile.counts();
        int across = tile.blocksAcross();
        double sum = 0;
        double squares = 0;
        long count = 0;
        for (int y = 1; y + 1 < tile.blocksDown(); y++) {
            for (int x = 1; x + 1 < across; x++) {
                int i = y * across + x;
                int seen = counts[i] + counts[i - across] + counts[i - 1] + counts[i + 1] + counts[i + across];
                if (seen == 5 * TileSamples.WHOLE) {
                    double laplacian = 4 * sums[i] - sums[i - across] - sums[i - 1] - sums[i + 1] - sums[i + across];
                    sum += laplacian;
                    squares += laplacian * laplacian;
                    count++;
                }
            }
        }
        add(z, sum, squares, count);
    }

    private synchronized void add(int z, double sum, double squares, long count) {
        if (sections[z] == null) {
            sections[z] = new Section();
        }
        sections[z].sum.add(sum);
        sections[z].squares.add(squares);
        sections[z].count += count;
    }

    /** Null when no section has any structure. */
    synchronized Focus focus() {
        int best = 0;
        double[] variances = new double[sections.length];
        for (int z = 0; z < sections.length; z++) {
            variances[z] = sections[z] == null ? 0 : sections[z].variance();
            best = variances[z] > variances[best] ? z : best;
        }
        if (!(variances[best] > 0) || !Double.isFinite(variances[best])) {
            return null;
        }
        List<Double> profile = new ArrayList<>();
        for (int z = 0; z < variances.length && variances.length <= MOST_SECTIONS; z++) {
            profile.add(Rounding.round(variances[z] / variances[best]));
        }
        return new Focus(best, profile);
    }
}
