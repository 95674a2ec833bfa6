package org.vitrail.omezarr.render;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.vitrail.omezarr.pyramid.Area;
import org.vitrail.omezarr.pyramid.Tile;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SampleValues;

/**
 * Least and greatest value and percentiles of each channel, over every pixel of full resolution. Exact for 8 and 16 bits (to 16 or 256
 * values when there are very many channels); wider types are counted by sign, exponent and seven bits of mantissa.
 */
public final class ChannelRanges implements Tile.Observer {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final double TAIL = 0.001;
    private static final int FLUSH_AT = 1 << 30;

    private final PixelType type;
    private final int shift;
    private final int bins;
    private final Channel[] channels;
    private final ConcurrentLinkedQueue<Partial> partials = new ConcurrentLinkedQueue<>();

    /** Counters for that many channels. */
    public ChannelRanges(PixelType type, int channels) {
        this.type = type;
        this.shift = type.bytes() == 1 || channels <= 16 ? 0 : channels <= 256 ? 4 : 8;
        this.bins = (type.bytes() == 1 ? 256 : 65_536) >> shift;
        this.channels = new Channel[channels];
        for (int c = 0; c < channels; c++) {
            this.channels[c] = new Channel(new long[bins]);
        }
    }

    /** @param start 0.1 % of the values are below; @param end 0.1 % are above; 0 to 1 for a channel without a finite value */
    public record Range(double start, double end, double min, double max) {}

    private static final class Channel {
        private final long[] counts;
        private double min = Double.POSITIVE_INFINITY;
        private double max = Double.NEGATIVE_INFINITY;

        private Channel(long[] counts) {
            this.counts = counts;
        }

        private synchronized void add(Partial partial) {
            for (int i = 0; i < counts.length; i++) {
                counts[i] += partial.counts[i] + partial.counts[counts.length + i];
            }
            min = Math.min(min, partial.min);
            max = Math.max(max, partial.max);
        }
    }

    /** What one thread has counted of one channel since it last handed it over. */
    private static final class Partial {
        private final int[] counts;
        private int channel;
        private int seen;
        private double min;
        private double max;

        private Partial(int bins) {
            counts = new int[2 * bins];
        }

        private void begin(int next) {
            java.util.Arrays.fill(counts, 0);
            channel = next;
            seen = 0;
            min = Double.POSITIVE_INFINITY;
            max = Double.NEGATIVE_INFINITY;
        }
    }

    @Override
    public void see(Tile tile) {
        if (tile.level() != 0) {
            return;
        }
        Partial partial = partials.poll();
        if (partial == null) {
            partial = new Partial(bins);
            partial.begin(tile.c());
        }
        if (partial.channel != tile.c() || partial.seen > FLUSH_AT) {
            channels[partial.channel].add(partial);
            partial.begin(tile.c());
        }
        count(tile.area(), partial);
        partials.add(partial);
    }

    private void count(Area area, Partial partial) {
        int length = area.height() * area.width();
        partial.seen += length;
        byte[] bytes = area.bytes();
        switch (type) {
            case UINT8 -> {
                for (int i = 0; i < length; i++) {
                    partial.counts[bytes[i] & 0xff]++;
                }
            }
            case UINT16 -> countShorts(bytes, length, partial.counts);
            default -> {
                for (int i = 0; i < length; i++) {
                    countValue(SampleValues.at(type, bytes, i), partial);
                }
                return;
            }
        }
        if (shift > 0) {
            for (int i = 0; i < length; i++) {
                double value = SampleValues.at(type, bytes, i);
                partial.min = Math.min(partial.min, value);
                partial.max = Math.max(partial.max, value);
            }
        }
    }

    /** Four at once, in two halves of the counts' copies: equal neighbors would wait for one another. */
    private void countShorts(byte[] bytes, int length, int[] counts) {
        int fours = length & ~3;
        for (int i = 0; i < fours; i += 4) {
            long four = (long) LONG.get(bytes, 2 * i);
            counts[(int) (four & 0xffff) >>> shift]++;
            counts[bins + ((int) (four >>> 16 & 0xffff) >>> shift)]++;
            counts[(int) (four >>> 32 & 0xffff) >>> shift]++;
            counts[bins + ((int) (four >>> 48) >>> shift)]++;
        }
        for (int i = fours; i < length; i++) {
            counts[((bytes[2 * i] & 0xff) | (bytes[2 * i + 1] & 0xff) << 8) >>> shift]++;
        }
    }

    private void countValue(double value, Partial partial) {
        if (Double.isFinite(value)) {
            partial.counts[ordinal(value) >>> shift]++;
            partial.min = Math.min(partial.min, value);
            partial.max = Math.max(partial.max, value);
        }
    }

    /** Order-preserving number of a value, below 65 536. */
    private int ordinal(double value) {
        return switch (type) {
            case UINT8, UINT16 -> (int) value;
            case INT8 -> (int) value + 128;
            case INT16 -> (int) value + 32_768;
            default -> {
                int bits = Float.floatToRawIntBits((float) value);
                yield (bits < 0 ? ~bits : bits ^ 0x8000_0000) >>> 16;
            }
        };
    }

    private double valueOf(int ordinal) {
        return switch (type) {
            case UINT8, UINT16 -> ordinal;
            case INT8 -> ordinal - 128;
            case INT16 -> ordinal - 32_768;
            default -> {
                int bits = ordinal << 16;
                yield Float.intBitsToFloat(bits < 0 ? bits ^ 0x8000_0000 : ~bits);
            }
        };
    }

    /** True when the histogram has a bin for each value of the type. */
    public boolean isExact() {
        return shift == 0 && type.bytes() <= 2;
    }

    /** Finite samples of a channel by value, least first, when all tiles were seen; a copy. */
    public long[] histogram(int c) {
        collect();
        return channels[c].counts.clone();
    }

    /** Value that the share of a channel's finite samples is below, to the histogram's precision; 0 without any sample. */
    public double quantile(int c, double share) {
        collect();
        Channel channel = channels[c];
        long total = java.util.Arrays.stream(channel.counts).sum();
        if (total == 0) {
            return 0;
        }
        double value = valueOf(bin(channel.counts, (long) ((total - 1) * share)) << shift);
        double least = Double.isFinite(channel.min) ? Math.max(value, channel.min) : value;
        return Double.isFinite(channel.max) ? Math.min(least, channel.max) : least;
    }

    private void collect() {
        for (Partial partial = partials.poll(); partial != null; partial = partials.poll()) {
            channels[partial.channel].add(partial);
        }
    }

    /** Range of a channel, when all tiles were seen. */
    public Range range(int c) {
        collect();
        Channel channel = channels[c];
        long total = java.util.Arrays.stream(channel.counts).sum();
        if (total == 0) {
            return new Range(0, 1, 0, 1);
        }
        int first = bin(channel.counts, (long) (total * TAIL));
        int last = bin(channel.counts, total - 1 - (long) (total * TAIL));
        double min = Double.isFinite(channel.min) ? channel.min : valueOf(bin(channel.counts, 0) << shift);
        double max = Double.isFinite(channel.max) ? channel.max : valueOf(bin(channel.counts, total - 1) << shift);
        double start = Math.max(min, clean(valueOf(first << shift), min));
        double end = Math.min(max, clean(valueOf(upper(last)), max));
        return new Range(start, end > start ? end : start + 1, min, max);
    }

    /** Greatest number of a bin: of wide types the next bin's least value. */
    private int upper(int bin) {
        boolean exact = shift == 0 && type.bytes() <= 2;
        return exact ? bin : Math.min(65_535, (bin + 1) << shift);
    }

    private static double clean(double value, double otherwise) {
        return Double.isFinite(value) ? value : otherwise;
    }

    private static int bin(long[] counts, long rank) {
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen > rank) {
                return i;
            }
        }
        return counts.length - 1;
    }
}
