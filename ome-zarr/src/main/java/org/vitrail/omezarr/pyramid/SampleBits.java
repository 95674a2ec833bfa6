package org.vitrail.omezarr.pyramid;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.vitrail.pixels.PixelType;

/** Samples of one type in little-endian arrays, as raw bits or as whole numbers; places count in samples. */
record SampleBits(PixelType type) {

    static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle FLOAT = MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle DOUBLE = MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

    /** The number, with its sign where the type has one; of 64 unsigned bits the same bits. */
    long value(byte[] in, int at) {
        long bits = get(in, at);
        return switch (type) {
            case INT8 -> (byte) bits;
            case INT16 -> (short) bits;
            case INT32 -> (int) bits;
            default -> bits;
        };
    }

    long get(byte[] in, int at) {
        return switch (type.bytes()) {
            case 1 -> in[at] & 0xff;
            case 2 -> (short) SHORT.get(in, 2 * at) & 0xffff;
            case 4 -> (int) INT.get(in, 4 * at) & 0xffffffffL;
            default -> (long) LONG.get(in, 8 * at);
        };
    }

    void put(byte[] to, int at, long bits) {
        switch (type.bytes()) {
            case 1 -> to[at] = (byte) bits;
            case 2 -> SHORT.set(to, 2 * at, (short) bits);
            case 4 -> INT.set(to, 4 * at, (int) bits);
            default -> LONG.set(to, 8 * at, bits);
        }
    }

    static float floatAt(byte[] in, int at) {
        return (float) FLOAT.get(in, 4 * at);
    }

    static double doubleAt(byte[] in, int at) {
        return (double) DOUBLE.get(in, 8 * at);
    }

    /** Mean of 2ⁿ whole numbers rounded half up, without overflow at 64 bits: high parts and rests are added apart. */
    long mean(int n, long... values) {
        long rest = 0;
        long high = 0;
        for (long value : values) {
            rest += value & ((1 << n) - 1);
            high += type == PixelType.UINT64 ? value >>> n : value >> n;
        }
        return high + ((rest + (1L << (n - 1))) >> n);
    }
}
