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
        for (int odd = 0; odd < 2 && mayBeWide(bytes); odd++) {
            wide(bytes, odd, StandardCharsets.UTF_16LE, 0, visitor);
            wide(bytes, odd, StandardCharsets.UTF_16BE, 1, visitor);
        }
    }

    /** True when eight zeros stand at every other byte, which is looked for faster than letters beside them. */
    private static boolean mayBeWide(byte[] bytes) {
        int last = bytes.length - 2 * FEWEST_LETTERS + 1;
        for (int at = 0; at <= last; at++) {
            int zeros = 0;
            while (zeros < FEWEST_LETTERS && bytes[at + 2 * zeros] == 0) {
                zeros++;
            }
            if (zeros == FEWEST_LETTERS) {
                return true;
            }
        }
        return false;
    }

    /** True when a part of the bytes, from wherever it begins, may be found to hold a text. */
    static boolean mayHold(byte[] bytes) {
        boolean[] found = new boolean[1];
        visit(bytes, (start, length, coding) -> found[0] = true);
        for (int at = 0; at <= bytes.length && !found[0]; at++) {
            found[0] = (at == bytes.length || bytes[at] == 0) && endsText(bytes, at);
        }
        return found[0];
    }

    /** True when the last bytes before a place are letters enough, with few others among them. */
    private static boolean endsText(byte[] bytes, int end) {
        int letters = 0;
        int accents = 0;
        for (int at = end - 1; at >= 0 && end - at <= LONG_RUN && accents <= 2; at--) {
            if (bytes[at] >= 0 && !isPrintable(bytes[at])) {
                break;
            }
            letters += isLetter(bytes[at]) ? 1 : 0;
            accents += bytes[at] < 0 ? 1 : 0;
            if (letters >= FEWEST_LETTERS && accents <= 2) {
                return true;
            }
        }
        return false;
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
        if (end - start < FEWEST_LETTERS) {
            return;
        }
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
        boolean sure = ascii == end - start || isUtf8(bytes, start, end);
        if (sure ? alone || end - start >= LONG_RUN : alone && 4 * ascii >= 3 * (end - start)) {
            visitor.text(start, end - start, TextCoding.of(Arrays.copyOfRange(bytes, start, end)));
        } else if (!sure) {
            asciiRuns(bytes, start, end, visitor);
        }
    }

    /** Without the exception that a decoder makes for each of very many runs. RFC 3629 §3 */
    private static boolean isUtf8(byte[] bytes, int start, int end) {
        int at = start;
        while (at < end) {
            int first = bytes[at] & 0xff;
            int further =
                    first < 0x80 ? 0 : first < 0xc2 ? -1 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf5 ? 3 : -1;
            if (further < 0 || at + further >= end) {
                return false;
            }
            for (int i = 1; i <= further; i++) {
                if ((bytes[at + i] & 0xc0) != 0x80) {
                    return false;
                }
            }
            at += 1 + further;
        }
        return true;
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
