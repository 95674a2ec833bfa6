package org.vitrail.pixels.tiff.identity;

import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Tells texts in unknown private fields from numbers. */
final class PrivateText {

    private static final int LOOKED_AT = 4096;
    private static final int FEWEST = 8;

    private PrivateText() {}

    /**
     * How the letters of a text stand: nearly all of its first bytes are printable, in one, two or four bytes a letter, and there are
     * letters enough.
     *
     * @param order of the file, which is tried first
     * @return null for what is no text
     */
    static TextCoding coding(byte[] bytes, ByteOrder order) {
        return coding(bytes, order, FEWEST);
    }

    /** Likewise, where a single letter is enough. */
    static TextCoding shortCoding(byte[] bytes, ByteOrder order) {
        return isNarrow(bytes) ? TextCoding.of(bytes) : wideCoding(bytes, order, 1);
    }

    private static TextCoding coding(byte[] bytes, ByteOrder order, int fewest) {
        return isText(bytes, 1, 0, fewest) ? TextCoding.of(bytes) : wideCoding(bytes, order, fewest);
    }

    private static TextCoding wideCoding(byte[] bytes, ByteOrder order, int fewest) {
        ByteOrder other = order == ByteOrder.BIG_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        for (ByteOrder tried : new ByteOrder[] {order, other}) {
            boolean big = tried == ByteOrder.BIG_ENDIAN;
            if (isText(bytes, 4, big ? 3 : 0, fewest)) {
                return new TextCoding(Charset.forName(big ? "UTF-32BE" : "UTF-32LE"));
            }
            if (isText(bytes, 2, big ? 1 : 0, fewest)) {
                return new TextCoding(big ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
            }
        }
        return null;
    }

    /** True for a text with one byte a letter, and zeros at its end only. */
    static boolean isNarrow(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        for (int i = 0; i < end; i++) {
            if (bytes[i] == 0) {
                return false;
            }
        }
        return isText(bytes, 1, 0, 1);
    }

    /** @param low which byte of a letter holds it; the others are zero */
    private static boolean isText(byte[] bytes, int step, int low, int fewest) {
        int printable = 0;
        int letters = 0;
        int seen = 0;
        int start = step == 2 && hasMark(bytes) ? 2 : 0;
        for (int i = start; i + step <= Math.min(bytes.length, LOOKED_AT); i += step) {
            int value = bytes[i + low] & 0xff;
            boolean high = false;
            for (int b = 0; b < step; b++) {
                high |= b != low && bytes[i + b] != 0;
            }
            if (value == 0 && !high) {
                break; // texts end with a zero
            }
            boolean white = value == '\n' || value == '\r' || value == '\t';
            printable += !high && (value >= 0x20 && value != 0x7f || white) ? 1 : 0;
            letters += !high && Character.isLetterOrDigit(value) ? 1 : 0;
            seen++;
        }
        return letters >= fewest && printable >= 0.95 * seen;
    }

    /** True when the bytes begin with UTF-16's byte order mark. */
    private static boolean hasMark(byte[] bytes) {
        return bytes.length >= 2 && (bytes[0] & bytes[1]) == (byte) 0xfe && (bytes[0] | bytes[1]) == (byte) 0xff;
    }
}
