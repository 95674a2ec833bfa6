package org.vitrail.omezarr.quality;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SampleValues;

/**
 * One tile's samples as doubles where that is needed, and the sums of its blocks of 4 × 4 from the top left, those at its edges cropped.
 * Belongs to one thread at a time and is used again and again.
 */
final class TileSamples {

    /** Side of a block in samples. */
    static final int BLOCK = 4;

    /** Samples of a whole block. */
    static final int WHOLE = BLOCK * BLOCK;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle FLOAT = MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);

    private final PixelType type;
    private byte[] bytes;
    private double[] values = {};
    private boolean valuesRead;
    private long[] lanes = {};
    private int height;
    private int width;
    private int across;
    private int down;
    private double[] sums = {};
    private int[] counts = {};

    TileSamples(PixelType type) {
        this.type = type;
    }

    /** Takes a tile; its bytes are used until the next one comes. @param samples height·width, row-major, little-endian */
    void load(byte[] samples, int tileHeight, int tileWidth) {
        bytes = samples;
        valuesRead = false;
        height = tileHeight;
        width = tileWidth;
        across = (width + BLOCK - 1) / BLOCK;
        down = (height + BLOCK - 1) / BLOCK;
        if (sums.length < across * down) {
            sums = new double[across * down];
            counts = new int[across * down];
            lanes = new long[across];
        } else if (lanes.length < across) {
            lanes = new long[across];
        }
        if (type.bytes() <= 2) {
            sumWhole();
        } else {
            sumValues(values());
        }
    }

    int height() {
        return height;
    }

    int width() {
        return width;
    }

    int blocksAcross() {
        return across;
    }

    int blocksDown() {
        return down;
    }

    /** Sums of blocks, row-major; of finite samples only. */
    double[] sums() {
        return sums;
    }

    /** Finite samples of each block. */
    int[] counts() {
        return counts;
    }

    /** All samples of the tile, from the array's start. */
    double[] values() {
        if (!valuesRead) {
            values = values.length < height * width ? new double[height * width] : values;
            read(0, height * width, values);
            valuesRead = true;
        }
        return values;
    }

    /** One row. @param into at least as long as the tile is wide */
    void row(int y, double[] into) {
        read(y * width, width, into);
    }

    private void read(int from, int length, double[] into) {
        switch (type) {
            case UINT8 -> {
                for (int i = 0; i < length; i++) {
                    into[i] = bytes[from + i] & 0xff;
                }
            }
            case UINT16 -> {
                for (int i = 0; i < length; i++) {
                    into[i] = (short) SHORT.get(bytes, 2 * (from + i)) & 0xffff;
                }
            }
            case FLOAT32 -> {
                for (int i = 0; i < length; i++) {
                    into[i] = (float) FLOAT.get(bytes, 4 * (from + i));
                }
            }
            default -> {
                for (int i = 0; i < length; i++) {
                    into[i] = SampleValues.at(type, bytes, from + i);
                }
            }
        }
    }

    /** Of 8 and 16 bits: four samples at once, as 16- or 32-bit lanes of one word; signed ones are shifted to begin at 0. */
    private void sumWhole() {
        int whole = width / BLOCK;
        double shift = !type.isSigned() ? 0 : type.bytes() == 1 ? 128 : 32_768;
        for (int by = 0; by < down; by++) {
            int rows = Math.min(BLOCK, height - by * BLOCK);
            Arrays.fill(lanes, 0, whole, 0);
            for (int y = by * BLOCK; y < by * BLOCK + rows; y++) {
                if (type.bytes() == 1) {
                    addRow8(y, whole);
                } else {
                    addRow16(y, whole);
                }
            }
            for (int bx = 0; bx < whole; bx++) {
                long lane = lanes[bx];
                sums[by * across + bx] = (lane & 0xffffffffL) + (lane >>> 32) - shift * BLOCK * rows;
                counts[by * across + bx] = BLOCK * rows;
            }
            if (whole < across) {
                sumBlock(by, whole);
            }
        }
    }

    private void addRow8(int y, int whole) {
        int flip = type.isSigned() ? 0x80808080 : 0;
        for (int bx = 0; bx < whole; bx++) {
            int four = (int) INT.get(bytes, y * width + BLOCK * bx) ^ flip;
            int two = (four & 0x00ff00ff) + (four >>> 8 & 0x00ff00ff);
            lanes[bx] += (two & 0xffff) + (two >>> 16);
        }
    }

    private void addRow16(int y, int whole) {
        long flip = type.isSigned() ? 0x8000800080008000L : 0;
        for (int bx = 0; bx < whole; bx++) {
            long four = (long) LONG.get(bytes, 2 * (y * width + BLOCK * bx)) ^ flip;
            lanes[bx] += (four & 0x0000ffff0000ffffL) + (four >>> 16 & 0x0000ffff0000ffffL);
        }
    }

    private void sumBlock(int by, int bx) {
        double sum = 0;
        int count = 0;
        for (int y = by * BLOCK; y < Math.min(height, by * BLOCK + BLOCK); y++) {
            for (int x = bx * BLOCK; x < Math.min(width, bx * BLOCK + BLOCK); x++) {
                sum += SampleValues.at(type, bytes, y * width + x);
                count++;
            }
        }
        sums[by * across + bx] = sum;
        counts[by * across + bx] = count;
    }

    private void sumValues(double[] all) {
        Arrays.fill(sums, 0, across * down, 0);
        Arrays.fill(counts, 0, across * down, 0);
        int whole = width / BLOCK;
        for (int y = 0; y < height; y++) {
            int block = y / BLOCK * across;
            int at = y * width;
            for (int bx = 0; bx < whole; bx++) {
                int x = at + BLOCK * bx;
                double four = all[x] + all[x + 1] + (all[x + 2] + all[x + 3]);
                if (Math.abs(four) <= Double.MAX_VALUE) {
                    sums[block + bx] += four;
                    counts[block + bx] += BLOCK;
                } else {
                    sumFinite(all, x, x + BLOCK, block + bx);
                }
            }
            sumFinite(all, at + BLOCK * whole, at + width, block + whole);
        }
    }

    private void sumFinite(double[] all, int from, int end, int block) {
        for (int i = from; i < end; i++) {
            if (Math.abs(all[i]) <= Double.MAX_VALUE) {
                sums[block] += all[i];
                counts[block]++;
            }
        }
    }
}
