package org.vitrail.omezarr.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.vitrail.omezarr.pyramid.Area;
import org.vitrail.omezarr.pyramid.Tile;
import org.vitrail.omezarr.render.ChannelRanges;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelType;

/**
 * Accumulates over tiles; several threads may call see at once. Tiles are those of the pixel digest: 512 × 512 from the top left of each
 * plane, cropped at its edges, each seen once; then order and threads change nothing, to the last digit. Memory: for each channel some
 * hundred kilobytes, and for each section and time point some hundred bytes.
 */
public final class QualityMeasures {

    /** Sections or time points of all channels that get a profile. */
    private static final int MOST_PROFILES = 1 << 20;

    private final PixelType type;
    private final ChannelRanges ranges;
    private final boolean feedsRanges;
    private final ChannelMeasures[] channels;
    private final ConcurrentLinkedQueue<Work> free = new ConcurrentLinkedQueue<>();

    /** With a histogram of its own. */
    public QualityMeasures(PixelShape shape, PixelType type) {
        this(shape, type, new ChannelRanges(type, shape.c()), true);
    }

    /** @param ranges which sees the same tiles by itself, before {@link #result} */
    public QualityMeasures(PixelShape shape, PixelType type, ChannelRanges ranges) {
        this(shape, type, ranges, false);
    }

    private QualityMeasures(PixelShape shape, PixelType type, ChannelRanges ranges, boolean feedsRanges) {
        this.type = type;
        this.ranges = ranges;
        this.feedsRanges = feedsRanges;
        this.channels = new ChannelMeasures[Math.min(shape.c(), ImageQuality.MOST_CHANNELS)];
        for (int c = 0; c < channels.length; c++) {
            channels[c] = new ChannelMeasures(shape, type, ranges.isExact(), MOST_PROFILES / channels.length);
        }
    }

    /** Working memory of one thread. */
    private record Work(TileSamples samples, NoiseHistogram.Rows rows) {}

    /**
     * Takes a tile.
     *
     * @param y its first row in the image, a multiple of 512
     * @param x its first column, a multiple of 512
     * @param littleEndianSamples height·width, row-major; not kept
     */
    public void see(int t, int c, int z, int y, int x, int height, int width, byte[] littleEndianSamples) {
        if (feedsRanges) {
            ranges.see(new Tile(0, t, c, z, y, x, new Area(littleEndianSamples, 0, width, height, width)));
        }
        if (c >= channels.length) {
            return;
        }
        Work work = free.poll();
        if (work == null) {
            work = new Work(new TileSamples(type), new NoiseHistogram.Rows());
        }
        work.samples.load(littleEndianSamples, height, width);
        channels[c].see(t, z, y, x, work.samples, work.rows);
        free.add(work);
    }

    /** What was measured, when every tile was seen. */
    public ImageQuality result() {
        int least = type.isSigned() ? -(1 << (8 * type.bytes() - 1)) : 0;
        List<ChannelQuality> measured = new ArrayList<>();
        for (int c = 0; c < channels.length; c++) {
            measured.add(channels[c].quality(ranges, c, least));
        }
        return new ImageQuality(measured);
    }
}
