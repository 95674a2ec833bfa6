package org.vitrail.pixels.nifti;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** NIfTI-1 volumes byte by byte, also such as no program writes. */
final class NiftiMaker {

    private final ByteBuffer head = ByteBuffer.allocate(352).order(ByteOrder.LITTLE_ENDIAN);
    private byte[] extensions = new byte[0];
    private byte[] trailer = new byte[0];

    NiftiMaker(int datatype, int... dim) {
        head.putInt(0, 348).putShort(70, (short) datatype).putFloat(108, 352);
        head.putShort(40, (short) dim.length);
        for (int i = 0; i < 7; i++) {
            head.putShort(42 + 2 * i, (short) (i < dim.length ? dim[i] : 1));
            head.putFloat(80 + 4 * i, 1);
        }
        text(344, "n+1");
    }

    NiftiMaker text(int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        head.put(at, bytes);
        return this;
    }

    NiftiMaker shortAt(int at, int value) {
        head.putShort(at, (short) value);
        return this;
    }

    NiftiMaker floatAt(int at, double value) {
        head.putFloat(at, (float) value);
        return this;
    }

    /** Spacing along x, y, z, in units of that code. */
    NiftiMaker spacing(int units, double x, double y, double z) {
        head.put(123, (byte) units);
        return floatAt(80, x).floatAt(84, y).floatAt(88, z);
    }

    NiftiMaker extension(int code, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int size = (8 + bytes.length + 15) / 16 * 16;
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(extensions);
        all.write(ByteBuffer.allocate(size)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(size)
                .putInt(code)
                .put(bytes)
                .array());
        extensions = all.toByteArray();
        head.put(348, (byte) 1).putFloat(108, 352 + extensions.length);
        return this;
    }

    NiftiMaker trailer(String text) {
        trailer = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    byte[] with(int voxelBytes) {
        ByteBuffer all = ByteBuffer.allocate(352 + extensions.length + voxelBytes + trailer.length);
        all.put(head.array()).put(extensions);
        for (int i = 0; i < voxelBytes; i++) {
            all.put((byte) (i * 7 + 1));
        }
        return all.put(trailer).array();
    }

    static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(all)) {
            gzip.write(bytes);
        }
        return all.toByteArray();
    }
}
