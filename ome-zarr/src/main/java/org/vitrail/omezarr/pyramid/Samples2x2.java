package org.vitrail.omezarr.pyramid;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.vitrail.pixels.PixelType;

/**
 * Halves a rectangle in y and x. Images: mean of the two to four samples there are, integers rounded half up. Labels: the id that
 * occurs most often, of equals the one that comes first, so that no id appears that was not there.
 */
final class Samples2x2 {

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle FLOAT = MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle DOUBLE =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

    private final PixelType type;
    private final boolean labels;

    Samples2x2(PixelType type, boolean labels) {
        this.type = type;
        this.labels = labels;
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
            put(to, out + pairs, lastOf(from.bytes(), upper + last, lower + last));
        }
    }

    /** Raw bits of the mean, or of the upper label, of two samples. */
    private long lastOf(byte[] in, int a, int b) {
        if (labels) {
            return get(in, a);
        }
        return switch (type) {
            case FLOAT32 -> Float.floatToRawIntBits((float) (((double) floatAt(in, a) + floatAt(in, b)) / 2));
            case FLOAT64 -> Double.doubleToRawLongBits(doubleAt(in, a) / 2 + doubleAt(in, b) / 2);
            default -> meanOf(value(in, a), value(in, b), value(in, a), value(in, b));
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

    private static void meanShorts(byte[] in, int upper, int lower, int pairs, byte[] to, int out) {
        for (int x = 0; x < pairs; x++) {
            int a = 2 * upper + 4 * x;
            int b = 2 * lower + 4 * x;
            int left = (int) INT.get(in, a);
            int right = (int) INT.get(in, b);
            int sum = (left & 0xffff) + (left >>> 16) + (right & 0xffff) + (right >>> 16);
            SHORT.set(to, 2 * (out + x), (short) ((sum + 2) >> 2));
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
            put(to, out + x, meanOf(value(in, a), value(in, a + 1), value(in, b), value(in, b + 1)));
        }
    }

    /** Mean rounded half up, without overflow at 64 bits: quarters and rests are added apart. */
    private long meanOf(long a, long b, long c, long d) {
        if (type != PixelType.UINT64) {
            long rests = (a & 3) + (b & 3) + (c & 3) + (d & 3);
            return (a >> 2) + (b >> 2) + (c >> 2) + (d >> 2) + ((rests + 2) >> 2);
        }
        long rests = (a & 3) + (b & 3) + (c & 3) + (d & 3);
        return (a >>> 2) + (b >>> 2) + (c >>> 2) + (d >>> 2) + ((rests + 2) >> 2);
    }

    private void mode(byte[] in, int upper, int lower, int pairs, byte[] to, int out) {
        for (int x = 0; x < pairs; x++) {
            long a = get(in, upper + 2 * x);
            long b = get(in, upper + 2 * x + 1);
            long c = get(in, lower + 2 * x);
            long d = get(in, lower + 2 * x + 1);
            boolean aloneA = a != b && a != c && a != d;
            put(to, out + x, !aloneA ? a : b == c || b == d ? b : c == d ? c : a);
        }
    }

    private long value(byte[] in, int at) {
        long bits = get(in, at);
        return switch (type) {
            case INT8 -> (byte) bits;
            case INT16 -> (short) bits;
            case INT32 -> (int) bits;
            default -> bits;
        };
    }

    private long get(byte[] in, int at) {
        return switch (type.bytes()) {
            case 1 -> in[at] & 0xff;
            case 2 -> (short) SHORT.get(in, 2 * at) & 0xffff;
            case 4 -> (int) INT.get(in, 4 * at) & 0xffffffffL;
            default -> (long) LONG.get(in, 8 * at);
        };
    }

    private void put(byte[] to, int at, long bits) {
        switch (type.bytes()) {
            case 1 -> to[at] = (byte) bits;
            case 2 -> SHORT.set(to, 2 * at, (short) bits);
            case 4 -> INT.set(to, 4 * at, (int) bits);
            default -> LONG.set(to, 8 * at, bits);
        }
    }

    private static float floatAt(byte[] in, int at) {
        return (float) FLOAT.get(in, 4 * at);
    }

    private static double doubleAt(byte[] in, int at) {
        return (double) DOUBLE.get(in, 8 * at);
    }
}
