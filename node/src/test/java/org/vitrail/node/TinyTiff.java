package org.vitrail.node;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/** Baseline TIFF 6.0 with one uncompressed strip of 8-bit gray. */
public final class TinyTiff {
    private static final int ENTRIES = 9;

    private TinyTiff() {}

    /** A picture that differs for each seed. */
    public static byte[] gray(int width, int height, long seed) {
        byte[] pixels = new byte[width * height];
        new Random(seed).nextBytes(pixels);
        int dataAt = 8 + 2 + ENTRIES * 12 + 4;
        ByteBuffer tiff = ByteBuffer.allocate(dataAt + pixels.length).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) ENTRIES);
        entry(tiff, 256, width);
        entry(tiff, 257, height);
        entry(tiff, 258, 8);
        entry(tiff, 259, 1);
        entry(tiff, 262, 1);
        entry(tiff, 273, dataAt);
        entry(tiff, 277, 1);
        entry(tiff, 278, height);
        entry(tiff, 279, pixels.length);
        return tiff.putInt(0).put(pixels).array();
    }

    private static void entry(ByteBuffer tiff, int tag, int value) {
        tiff.putShort((short) tag).putShort((short) 4).putInt(1).putInt(value);
    }
}
