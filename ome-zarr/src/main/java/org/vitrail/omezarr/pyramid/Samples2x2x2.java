package org.vitrail.omezarr.pyramid;

import static org.vitrail.omezarr.pyramid.SampleBits.DOUBLE;
import static org.vitrail.omezarr.pyramid.SampleBits.FLOAT;
import static org.vitrail.omezarr.pyramid.SampleBits.SHORT;
import static org.vitrail.omezarr.pyramid.SampleBits.doubleAt;
import static org.vitrail.omezarr.pyramid.SampleBits.floatAt;

import org.vitrail.pixels.PixelType;

/** Halves two neighbouring sections in z, y and x; otherwise as {@link Samples2x2}. Both have the same height, width and stride. */
final class Samples2x2x2 {

    private final PixelType type;
    private final boolean labels;
    private final SampleBits bits;

    Samples2x2x2(PixelType type, boolean labels) {
        this.type = type;
        this.labels = labels;
        this.bits = new SampleBits(type);
    }

    /** Two rows of each of the two sections; places of their first samples. */
    private record Rows(byte[] first, int upper1, int lower1, byte[] second, int upper2, int lower2) {}

    /** Writes the halved rectangle, whose sizes are rounded up, from {@code offset} on. */
    void reduce(Area first, Area second, byte[] to, int offset, int stride) {
        for (int y = 0; y < first.height(); y += 2) {
            int down = y + 1 < first.height() ? first.stride() : 0;
            int upper1 = first.offset() + y * first.stride();
            int upper2 = second.offset() + y * second.stride();
            Rows rows = new Rows(first.bytes(), upper1, upper1 + down, second.bytes(), upper2, upper2 + down);
            row(rows, first.width(), to, offset + y / 2 * stride);
        }
    }

    private void row(Rows rows, int width, byte[] to, int out) {
        int pairs = width / 2;
        for (int x = 0; x < pairs; x++) {
            if (labels) {
                bits.put(to, out + x, mode(rows, 2 * x, 2 * x + 1));
            } else {
                mean(rows, 2 * x, 2 * x + 1, to, out + x);
            }
        }
        if (width % 2 == 1) {
            if (labels) {
                bits.put(to, out + pairs, mode(rows, width - 1, width - 1));
            } else {
                mean(rows, width - 1, width - 1, to, out + pairs);
            }
        }
    }

    private void mean(Rows in, int a, int b, byte[] to, int out) {
        switch (type) {
            case UINT8 -> to[out] = (byte) ((bytes(in, a) + bytes(in, b) + 4) >> 3);
            case UINT16 -> SHORT.set(to, 2 * out, (short) ((shorts(in, a) + shorts(in, b) + 4) >> 3));
            case FLOAT32 -> FLOAT.set(to, 4 * out, (float) ((floats(in, a) + floats(in, b)) / 8));
            case FLOAT64 -> DOUBLE.set(to, 8 * out, doubles(in, a) + doubles(in, b));
            default -> bits.put(to, out, bits.mean(3, values(in, a, b)));
        }
    }

    private static int bytes(Rows in, int x) {
        return (in.first[in.upper1 + x] & 0xff)
                + (in.first[in.lower1 + x] & 0xff)
                + (in.second[in.upper2 + x] & 0xff)
                + (in.second[in.lower2 + x] & 0xff);
    }

    private static int shorts(Rows in, int x) {
        return shortAt(in.first, in.upper1 + x)
                + shortAt(in.first, in.lower1 + x)
                + shortAt(in.second, in.upper2 + x)
                + shortAt(in.second, in.lower2 + x);
    }

    private static int shortAt(byte[] in, int at) {
        return (short) SHORT.get(in, 2 * at) & 0xffff;
    }

    private static double floats(Rows in, int x) {
        return (double) floatAt(in.first, in.upper1 + x)
                + floatAt(in.first, in.lower1 + x)
                + floatAt(in.second, in.upper2 + x)
                + floatAt(in.second, in.lower2 + x);
    }

    private static double doubles(Rows in, int x) {
        return doubleAt(in.first, in.upper1 + x) / 8
                + doubleAt(in.first, in.lower1 + x) / 8
                + doubleAt(in.second, in.upper2 + x) / 8
                + doubleAt(in.second, in.lower2 + x) / 8;
    }

    private long[] values(Rows in, int a, int b) {
        return new long[] {
            bits.value(in.first, in.upper1 + a),
            bits.value(in.first, in.upper1 + b),
            bits.value(in.first, in.lower1 + a),
            bits.value(in.first, in.lower1 + b),
            bits.value(in.second, in.upper2 + a),
            bits.value(in.second, in.upper2 + b),
            bits.value(in.second, in.lower2 + a),
            bits.value(in.second, in.lower2 + b)
        };
    }

    /** Raw bits that occur most often among the eight, of equals those that come first in z, y, x. */
    private long mode(Rows in, int a, int b) {
        long[] ids = values(in, a, b);
        long best = ids[0];
        int most = 0;
        for (int i = 0; i < ids.length && most < ids.length - i; i++) {
            int count = 0;
            for (int j = i; j < ids.length; j++) {
                count += ids[j] == ids[i] ? 1 : 0;
            }
            if (count > most) {
                most = count;
                best = ids[i];
            }
        }
        return best;
    }
}
