package org.vitrail.pixels;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** An image that is computed, so that it can be of any size. */
public record FormulaPixels(PixelShape shape, PixelType type, SourceMetadata metadata, Formula formula)
        implements PixelSource {

    /** Value of a pixel; integers are taken modulo their range. */
    public interface Formula {
        double at(int t, int c, int z, long y, long x);
    }

    /** With nothing known but the axes longer than 1. */
    public static FormulaPixels of(PixelShape shape, PixelType type, Formula formula) {
        String axes = (shape.t() > 1 ? "t" : "") + (shape.c() > 1 ? "c" : "") + (shape.z() > 1 ? "z" : "") + "yx";
        return new FormulaPixels(shape, type, SourceMetadata.ofAxes(axes), formula);
    }

    /** Of small values above 0 that differ from pixel to pixel. */
    public static FormulaPixels mixed(PixelShape shape, PixelType type) {
        return of(shape, type, (t, c, z, y, x) -> (x * 31 + y * 17 + z * 101 + c * 57 + t * 1009) % 251 + 1);
    }

    @Override
    public void read(int t, int c, int z, long y, long x, int height, int width, byte[] destination) {
        checkRegion(t, c, z, y, x, height, width, destination);
        ByteBuffer out = ByteBuffer.wrap(destination).order(ByteOrder.LITTLE_ENDIAN);
        for (long row = y; row < y + height; row++) {
            for (long column = x; column < x + width; column++) {
                put(out, formula.at(t, c, z, row, column));
            }
        }
    }

    private void put(ByteBuffer out, double value) {
        switch (type) {
            case UINT8, INT8 -> out.put((byte) (long) value);
            case UINT16, INT16 -> out.putShort((short) (long) value);
            case UINT32, INT32 -> out.putInt((int) (long) value);
            case UINT64, INT64 -> out.putLong((long) value);
            case FLOAT32 -> out.putFloat((float) value);
            case FLOAT64 -> out.putDouble(value);
        }
    }

    @Override
    public void close() {}
}
