package org.vitrail.pixels;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers out of little-endian samples, as {@link PixelSource#read} gives them. */
public final class SampleValues {

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle FLOAT = MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle DOUBLE =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

    private SampleValues() {}

    /** The sample with that index, counted in samples; 64-bit integers are rounded to the nearest double. */
    public static double at(PixelType type, byte[] samples, int index) {
        return switch (type) {
            case UINT8 -> samples[index] & 0xff;
            case INT8 -> samples[index];
            case UINT16 -> (short) SHORT.get(samples, 2 * index) & 0xffff;
            case INT16 -> (short) SHORT.get(samples, 2 * index);
            case UINT32 -> (int) INT.get(samples, 4 * index) & 0xffffffffL;
            case INT32 -> (int) INT.get(samples, 4 * index);
            case UINT64 -> unsigned((long) LONG.get(samples, 8 * index));
            case INT64 -> (long) LONG.get(samples, 8 * index);
            case FLOAT32 -> (float) FLOAT.get(samples, 4 * index);
            case FLOAT64 -> (double) DOUBLE.get(samples, 8 * index);
        };
    }

    private static double unsigned(long bits) {
        return bits >= 0 ? bits : 2.0 * (bits >>> 1);
    }
}
