package org.vitrail.omezarr.quality;

import org.vitrail.omezarr.quality.ChannelQuality.Noise;
import org.vitrail.omezarr.render.ChannelRanges;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelType;

/** What is gathered of one channel. Several threads may add. */
final class ChannelMeasures {

    private static final int LEAST_SIDE = 32;

    /** A line through two points always fits. */
    private static final int LEAST_TIME_POINTS = 3;

    private static final double BACKGROUND = 0.05;
    private static final double SIGNAL = 0.99;

    private final ValueCounts values;
    private final NoiseHistogram noise = new NoiseHistogram();
    private final IlluminationGrid illumination;
    private final FocusProfile focus;
    private final IntensityTrend trend;

    /** @param counted true when the histogram tells all values; @param mostProfiles of sections and time points */
    ChannelMeasures(PixelShape shape, PixelType type, boolean counted, int mostProfiles) {
        values = counted ? null : new ValueCounts(type);
        boolean large = shape.y() >= LEAST_SIDE && shape.x() >= LEAST_SIDE;
        illumination = large ? new IlluminationGrid(shape.y(), shape.x()) : null;
        focus = shape.z() > 1 && shape.z() <= mostProfiles ? new FocusProfile((int) shape.z()) : null;
        trend = shape.t() >= LEAST_TIME_POINTS && shape.t() <= mostProfiles
                ? new IntensityTrend((int) shape.t())
                : null;
    }

    /** Takes a tile. @param tile loaded; @param y its first row in the image; @param x its first column */
    void see(int t, int z, long y, long x, TileSamples tile, NoiseHistogram.Rows work) {
        if (values != null) {
            values.see(tile);
        }
        noise.see(tile, work);
        if (illumination != null) {
            illumination.see(y, x, tile);
        }
        if (focus != null) {
            focus.see(z, tile);
        }
        if (trend != null) {
            trend.see(t, tile);
        }
    }

    /** @param c number of the channel in the histograms; @param least value of the histogram's first bin, where it tells all values */
    ChannelQuality quality(ChannelRanges ranges, int c, int least) {
        long[] counts = ranges.histogram(c);
        ValueFacts facts = values == null ? ValueFacts.of(counts, least) : values.facts();
        return new ChannelQuality(
                facts.values(),
                facts.saturation(counts),
                facts.bitDepth(),
                facts.finite() == 0 ? null : noise(ranges, c),
                illumination == null ? null : illumination.flatField(),
                focus == null ? null : focus.focus(),
                trend == null ? null : trend.bleaching());
    }

    private Noise noise(ChannelRanges ranges, int c) {
        double sigma = noise.sigma();
        if (!Double.isFinite(sigma)) {
            return null;
        }
        double signal = ranges.quantile(c, SIGNAL) - ranges.quantile(c, BACKGROUND);
        return new Noise(Rounding.round(sigma), sigma > 0 ? Rounding.finite(signal / sigma) : null);
    }
}
