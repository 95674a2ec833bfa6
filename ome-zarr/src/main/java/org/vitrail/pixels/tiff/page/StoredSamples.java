package org.vitrail.pixels.tiff.page;

import java.io.IOException;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.tiff.file.Ifd;
import org.vitrail.pixels.tiff.file.Tag;
import org.vitrail.pixels.tiff.file.TiffFile;

/**
 * How a sample is stored and what it becomes: whole bytes stay as they are; 1 to 15 bits become uint8 or uint16 of the same value;
 * floats of 16 and 24 bits become float32. TIFF 6.0 §8 (BitsPerSample), §19 (SampleFormat); DNG 1.4 (floating point data).
 *
 * @param type as it is given out
 * @param bits as it lies in the file
 */
record StoredSamples(PixelType type, int bits) {

    static StoredSamples of(TiffFile file, Ifd page, long samples) throws IOException {
        long bits = same(file, page, Tag.BITS_PER_SAMPLE, samples, "samples of different depth");
        long format = same(file, page, Tag.SAMPLE_FORMAT, samples, "samples of different formats");
        if (format == 5 || format == 6) {
            throw unsupported(
                    file,
                    "complex numbers",
                    "Save their real part or magnitude, and the imaginary part or phase, as images");
        }
        PixelType type = type(format, bits);
        if (type == null) {
            throw unsupported(
                    file, bits + " bits of sample format " + format, "Save it with 8, 16 or 32 bits a sample");
        }
        return new StoredSamples(type, (int) bits);
    }

    private static long same(TiffFile file, Ifd page, int tag, long samples, String otherwise) throws IOException {
        long first = page.number(tag, 1);
        for (long i = 1; i < Math.min(samples, page.count(tag)); i++) {
            if (page.number(tag, first, i) != first) {
                throw unsupported(file, otherwise, "Save all of them with the same depth");
            }
        }
        return first;
    }

    private static PixelType type(long format, long bits) {
        boolean bytes = bits == 8 || bits == 16 || bits == 32 || bits == 64;
        if (format == 1 || format == 4) {
            boolean packed = bits >= 1 && bits < 16;
            return bytes ? PixelType.ofNumpyName("uint" + bits) : packed ? packed(bits) : null;
        }
        if (format == 2) {
            return bytes ? PixelType.ofNumpyName("int" + bits) : null;
        }
        if (format == 3) {
            boolean narrow = bits == 16 || bits == 24 || bits == 32;
            return narrow ? PixelType.FLOAT32 : bits == 64 ? PixelType.FLOAT64 : null;
        }
        return null;
    }

    private static PixelType packed(long bits) {
        return bits < 8 ? PixelType.UINT8 : PixelType.UINT16;
    }

    /** True when samples are given out as they are stored. */
    boolean plain() {
        return bits == 8 * type.bytes();
    }

    /** True when a sample begins on a byte. */
    boolean wholeBytes() {
        return bits % 8 == 0;
    }

    /** Bytes of a stored sample that has whole bytes. */
    int bytes() {
        return bits / 8;
    }

    /** Bytes of a row of so many samples: a row begins on a byte. */
    long rowBytes(long samples) {
        return (Math.multiplyExact(samples, (long) bits) + 7) / 8;
    }

    /**
     * Gives out one sample after another.
     *
     * @param stored whole bytes in little-endian order, or packed bits, the most significant first
     * @param firstBit where the first sample begins
     * @param step samples from one to the next that is wanted
     */
    void give(byte[] stored, long firstBit, int step, int count, byte[] out, int at) {
        int size = type.bytes();
        if (plain()) {
            giveBytes(stored, (int) (firstBit / 8), step * size, count, out, at);
            return;
        }
        for (int i = 0; i < count; i++) {
            long bit = firstBit + (long) i * step * bits;
            long value = wholeBytes() ? narrowFloat(stored, (int) (bit / 8)) : packed(stored, bit);
            for (int b = 0; b < size; b++) {
                out[at + i * size + b] = (byte) (value >>> 8 * b);
            }
        }
    }

    private void giveBytes(byte[] stored, int first, int stepBytes, int count, byte[] out, int at) {
        int size = type.bytes();
        if (stepBytes == size) {
            System.arraycopy(stored, first, out, at, count * size);
            return;
        }
        for (int i = 0; i < count; i++) {
            for (int b = 0; b < size; b++) {
                out[at + i * size + b] = stored[first + i * stepBytes + b];
            }
        }
    }

    private long packed(byte[] stored, long bit) {
        int from = (int) (bit / 8);
        int window = 0;
        for (int b = 0; b < 3; b++) {
            window = window << 8 | (from + b < stored.length ? stored[from + b] & 0xff : 0);
        }
        return window >>> 24 - bit % 8 - bits & (1 << bits) - 1;
    }

    private long narrowFloat(byte[] stored, int from) {
        int low = stored[from] & 0xff | (stored[from + 1] & 0xff) << 8;
        float value = bits == 16 ? Float.float16ToFloat((short) low) : float24(low | (stored[from + 2] & 0xff) << 16);
        return Float.floatToRawIntBits(value);
    }

    /** One bit sign, 7 bits exponent with a bias of 63, 16 bits fraction. */
    private static float float24(int stored) {
        int exponent = stored >>> 16 & 0x7f;
        int fraction = stored & 0xffff;
        int sign = stored >>> 23 << 31;
        if (exponent == 0) {
            float tiny = fraction * 0x1p-78f;
            return sign == 0 ? tiny : -tiny;
        }
        int wide = exponent == 0x7f ? 0xff : exponent - 63 + 127;
        return Float.intBitsToFloat(sign | wide << 23 | fraction << 7);
    }

    private static UnsupportedImage unsupported(TiffFile file, String what, String doThis) {
        return new UnsupportedImage(
                "TIFF file %s has %s, which is not supported. %s.".formatted(file.name(), what, doThis));
    }
}
