package org.vitrail.pixels.tiff.identity;

import java.nio.charset.StandardCharsets;

/** Tells texts in unknown private fields from numbers. */
final class PrivateText {

    private static final int LOOKED_AT = 4096;
    private static final int FEWEST = 8;

    private PrivateText() {}

    /** True when nearly all of the first bytes are printable, in one or in two bytes a letter, and there are letters enough. */
    static boolean looksLike(byte[] bytes) {
        return isText(bytes, 1) || isText(bytes, 2);
    }

    /** How its letters stand. */
    static TextCoding coding(byte[] bytes) {
        return isText(bytes, 1) ? TextCoding.of(bytes) : new TextCoding(StandardCharsets.UTF_16LE);
    }

    private static boolean isText(byte[] bytes, int step) {
        int printable = 0;
        int letters = 0;
        int seen = 0;
        for (int i = 0; i + step <= Math.min(bytes.length, LOOKED_AT); i += step) {
            int high = step == 2 ? bytes[i + 1] & 0xff : 0;
            int value = bytes[i] & 0xff;
            if (value == 0 && high == 0) {
                break; // texts end with a zero
            }
            boolean white = value == '\n' || value == '\r' || value == '\t';
            printable += high == 0 && (value >= 0x20 && value != 0x7f || white) ? 1 : 0;
            letters += high == 0 && Character.isLetterOrDigit(value) ? 1 : 0;
            seen++;
        }
        return letters >= FEWEST && printable >= 0.95 * seen;
    }
}
