package org.vitrail.omezarr.pyramid;

import static org.vitrail.omezarr.pyramid.SampleBits.DOUBLE;
import static org.vitrail.omezarr.pyramid.SampleBits.FLOAT;
import static org.vitrail.omezarr.pyramid.SampleBits.INT;
import static org.vitrail.omezarr.pyramid.SampleBits.LONG;
import static org.vitrail.omezarr.pyramid.SampleBits.SHORT;
import static org.vitrail.omezarr.pyramid.SampleBits.doubleAt;
import static org.vitrail.omezarr.pyramid.SampleBits.floatAt;

import org.vitrail.pixels.PixelType;

/**
 * Halves a rectangle in y and x. Images: mean of the two to four samples there are, integers rounded half up. Labels: the id that
 * occurs most often, of equals the one that comes first, so that no id appears that was not there.
 */
final class Samples2x2 {

    private static final long EVERY_OTHER = 0x0000_ffff_0000_ffffL;

    private final PixelType type;
    private final boolean labels;
    private final SampleBits bits;

    Samples2x2(PixelType type, boolean labels) {
        this.type = type;
        this.labels = labels;
        this.bits = new SampleBits(type);
    }

    /** Writes the halved rectangle, whose sizes are rounded up, from {@code offset} on. */
    void reduce(Area from, byte[] to, int offset, int stride) {
        for (int y = 0; y < from.height(); y += 2) {
            int upper = from.offset() + y * from.stride();
            int lower = y + 1 < from.height() ? upper + from.stride() : upper;
            row(from, upper, lower, to, offset + y / 2 * stride);
        }
    }

    private void row(Area from, int upper, int lower, byte[] to, int out) {
        int pairs = from.width() / 2;
        if (labels) {
            mode(from.bytes(), upper, lower, pairs, to, out);
        } else {
            switch (type) {
                case UINT8 -> meanBytes(from.bytes(), upper, lower, pairs, to, out);
                case UINT16 -> meanShorts(from.bytes(), upper, lower, pairs, to, out);
                case FLOAT32 -> meanFloats(from.bytes(), upper, lower, pairs, to, out);
                case FLOAT64 -> meanDoubles(from.bytes(), upper, lower, pairs, to, out);
                default -> meanAny(from.bytes(), upper, lower, pairs, to, out);
            }
        }
        if (from.width() % 2 == 1) {
            int last = from.width() - 1;
            bits.put(to, out + pairs, lastOf(from.bytes(), upper + last, lower + last));
        }
    }

    /** Raw bits of the mean, or of the upper label, of two samples. */
    private long lastOf(byte[] in, int a, int b) {
        if (labels) {
            return bits.get(in, a);
        }
        return switch (type) {
            case FLOAT32 -> Float.floatToRawIntBits((float) (((double) floatAt(in, a) + floatAt(in, b)) / 2));
            case FLOAT64 -> Double.doubleToRawLongBits(doubleAt(in, a) / 2 + doubleAt(in, b) / 2);
            default -> bits.mean(2, bits.value(in, a), bits.value(in, b), bits.value(in, a), bits.value(in, b));
        };
    }

    private static void meanBytes(byte[] in, int upper, int lower, int pairs, byte[] to, int out) {
        for (int x = 0; x < pairs; x++) {
            int a = upper + 2 * x;
            int b = lower + 2 * x;
            int sum = (in[a] & 0xff) + (in[a + 1] & 0xff) + (in[b] & 0xff) + (in[b + 1] & 0xff);
            to[out + x] = (byte) ((sum + 2) >> 2);
        }
    }

    /** Two means at once: their sums stand side by side in one long, each with room for its carries. */
    private static void meanShorts(byte[] in, int upper, int lower, int pairs, byte[] to, int out) {
        int even = pairs & ~1;
        for (int x = 0; x < even; x += 2) {
            long a = (long) LONG.get(in, 2 * upper + 4 * x);
            long b = (long) LONG.get(in, 2 * lower + 4 * x);
            long sums = (a & EVERY_OTHER) + (a >>> 16 & EVERY_OTHER) + (b & EVERY_OTHER) + (b >>> 16 & EVERY_OTHER);
            long means = (sums + 0x0000_0002_0000_0002L) >>> 2 & EVERY_OTHER;
            INT.set(to, 2 * (out + x), (int) (means | means >>> 16));
        }
        if (even < pairs) {
            int left = (int) INT.get(in, 2 * upper + 4 * even);
            int right = (int) INT.get(in, 2 * lower + 4 * even);
            int sum = (left & 0xffff) + (left >>> 16) + (right & 0xffff) + (right >>> 16);
            SHORT.set(to, 2 * (out + even), (short) ((sum + 2) >> 2));
        }
    }

    private static void meanFloats(byte[] in, int upper, int lower, int pairs, byte[] to, int out) {
        for (int x = 0; x < pairs; x++) {
            int a = upper + 2 * x;
            int b = lower + 2 * x;
            double sum = (double) floatAt(in, a) + floatAt(in, a + 1) + floatAt(in, b) + floatAt(in, b + 1);
            FLOAT.set(to, 4 * (out + x), (float) (sum / 4));
        }
    }

    private static void meanDoubles(byte[] in, int upper, int lower, int pairs, byte[] to, int out) {
        for (int x = 0; x < pairs; x++) {
            int a = upper + 2 * x;
            int b = lower + 2 * x;
            double sum = doubleAt(in, a) / 4 + doubleAt(in, a + 1) / 4 + doubleAt(in, b) / 4 + doubleAt(in, b + 1) / 4;
            DOUBLE.set(to, 8 * (out + x), sum);
        }
    }

    private void meanAny(byte[] in, int upper, int lower, int pairs, byte[] to, int out) {
        for (int x = 0; x < pairs; x++) {
            int a = upper + 2 * x;
            int b = lower + 2 * x;
            bits.put(
                    to,
                    out + x,
                    bits.mean(2, bits.value(in, a), bits.value(in, a + 1), bits.value(in, b), bits.value(in, b + 1)));
        }
    }

    private void mode(byte[] in, int upper, int lower, int pairs, byte[] to, int out) {
        for (int x = 0; x < pairs; x++) {
            long a = bits.get(in, upper + 2 * x);
            long b = bits.get(in, upper + 2 * x + 1);
            long c = bits.get(in, lower + 2 * x);
            long d = bits.get(in, lower + 2 * x + 1);
            boolean aloneA = a != b && a != c && a != d;
            bits.put(to, out + x, !aloneA ? a : b == c || b == d ? b : c == d ? c : a);
        }
    }
}
