package org.vitrail.pixels.tiff.identity;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds texts among other bytes: long rows of printable bytes, or short ones between zeros or at an end, and rows of printable bytes that
 * each stand beside a zero. Numbers hardly ever look like that.
 */
final class TextRuns {

    private static final int FEWEST_LETTERS = 8;
    private static final int LONG_RUN = 24;

    private TextRuns() {}

    /** What is done with a text. */
    interface Visitor {
        /** @param start of it in the bytes */
        void text(int start, int length, TextCoding coding);
    }

    static void visit(byte[] bytes, Visitor visitor) {
        narrow(bytes, visitor);
        for (int odd = 0; odd < 2; odd++) {
            wide(bytes, odd, StandardCharsets.UTF_16LE, 0, visitor);
            wide(bytes, odd, StandardCharsets.UTF_16BE, 1, visitor);
        }
    }

    /** True when a part of the bytes, from wherever it begins, may be found to hold a text. */
    static boolean mayHold(byte[] bytes) {
        boolean[] found = new boolean[1];
        visit(bytes, (start, length, coding) -> found[0] = true);
        int letters = 0;
        for (int at = 0; at <= bytes.length && !found[0]; at++) {
            boolean ends = at == bytes.length || bytes[at] >= 0 && !isPrintable(bytes[at]);
            found[0] = ends && letters >= FEWEST_LETTERS && (at == bytes.length || bytes[at] == 0);
            letters = ends ? 0 : letters + (isLetter(bytes[at]) ? 1 : 0);
        }
        return found[0];
    }

    private static void narrow(byte[] bytes, Visitor visitor) {
        int start = 0;
        for (int at = 0; at <= bytes.length; at++) {
            if (at == bytes.length || bytes[at] >= 0 && !isPrintable(bytes[at])) {
                run(bytes, start, at, visitor);
                start = at + 1;
            }
        }
    }

    /** A row of printable bytes and of such above 7F, which are letters where they are UTF-8, or few of them. */
    private static void run(byte[] bytes, int start, int end, Visitor visitor) {
        int ascii = 0;
        int letters = 0;
        for (int at = start; at < end; at++) {
            ascii += bytes[at] >= 0 ? 1 : 0;
            letters += isLetter(bytes[at]) ? 1 : 0;
        }
        if (letters < FEWEST_LETTERS) {
            return;
        }
        boolean alone = (start == 0 || bytes[start - 1] == 0) && (end == bytes.length || bytes[end] == 0);
        boolean sure = ascii == end - start
                || TextCoding.of(Arrays.copyOfRange(bytes, start, end)).isUtf8();
        if (sure ? alone || end - start >= LONG_RUN : alone && 4 * ascii >= 3 * (end - start)) {
            visitor.text(start, end - start, TextCoding.of(Arrays.copyOfRange(bytes, start, end)));
        } else if (!sure) {
            asciiRuns(bytes, start, end, visitor);
        }
    }

    private static void asciiRuns(byte[] bytes, int start, int end, Visitor visitor) {
        int first = start;
        for (int at = start; at <= end; at++) {
            if (at == end || bytes[at] < 0) {
                if (at - first >= LONG_RUN) {
                    visitor.text(first, at - first, new TextCoding(StandardCharsets.UTF_8));
                }
                first = at + 1;
            }
        }
    }

    private static void wide(byte[] bytes, int first, Charset charset, int low, Visitor visitor) {
        int start = first;
        int letters = 0;
        for (int at = first; at <= bytes.length; at += 2) {
            boolean whole = at + 1 < bytes.length;
            if (whole && bytes[at + 1 - low] == 0 && isPrintable(bytes[at + low])) {
                letters += isLetter(bytes[at + low]) ? 1 : 0;
                continue;
            }
            if (letters >= FEWEST_LETTERS) {
                visitor.text(start, at - start, new TextCoding(charset));
            }
            start = at + 2;
            letters = 0;
        }
    }

    private static boolean isPrintable(byte value) {
        boolean white = value == '\n' || value == '\r' || value == '\t';
        return value >= 0x20 && value != 0x7f || white;
    }

    private static boolean isLetter(byte value) {
        return value >= '0' && value <= '9' || (value | 0x20) >= 'a' && (value | 0x20) <= 'z';
    }
}
