package org.vitrail.pixels.tiff.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A text that may be JSON, in which programs write characters as escapes and numbers without quotes: it is judged by what it says, and
 * stays JSON when it is masked. RFC 8259 §6, §7.
 */
final class JsonText {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STRUCTURE = "{}[],: \t\r\n\0";
    private static final int ESCAPE_LENGTH = 6;

    private final String text;
    private final StringBuilder plain = new StringBuilder();
    /** Where each character of the plain text begins in the text, and where the text ends. */
    private final int[] starts;

    private JsonText(String text) {
        this.text = text;
        this.starts = new int[text.length() + 1];
        for (int at = 0; at < text.length(); ) {
            starts[plain.length()] = at;
            boolean escape = isEscape(at);
            plain.append(
                    escape ? (char) Integer.parseInt(text.substring(at + 2, at + ESCAPE_LENGTH), 16) : text.charAt(at));
            at += escape ? ESCAPE_LENGTH : 1;
        }
        starts[plain.length()] = text.length();
    }

    private boolean isEscape(int at) {
        return text.charAt(at) == '\\'
                && at + ESCAPE_LENGTH <= text.length()
                && text.charAt(at + 1) == 'u'
                && text.substring(at + 2, at + ESCAPE_LENGTH)
                        .chars()
                        .allMatch(c -> Character.digit(c, 16) >= 0 && c < 0x80);
    }

    static boolean hasEscapes(String text) {
        return text.contains("\\u");
    }

    /** The text with its escapes as the characters that they stand for, letter for letter in ASCII. */
    static String folded(String text) {
        return TextCoding.folded(new JsonText(text).plain.toString());
    }

    /** The text with each character overwritten that differs between the two foldings. @param masked of {@link #folded} */
    static String overwritten(String text, String masked, TextCoding coding) {
        JsonText json = new JsonText(text);
        String folded = TextCoding.folded(json.plain.toString());
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < folded.length(); i++) {
            String own = text.substring(json.starts[i], json.starts[i + 1]);
            out.append(masked.charAt(i) == folded.charAt(i) ? own : "X".repeat(coding.width(own)));
        }
        return out.toString();
    }

    /** True for a text that begins as JSON does. */
    static boolean looksLike(String text) {
        String begin = text.stripLeading();
        return begin.startsWith("{") || begin.startsWith("[");
    }

    /** True for JSON, and for all that is none from the start. */
    static boolean isSound(String text) {
        try {
            return !looksLike(text) || JSON.readTree(text.replace('\0', ' ')) != null;
        } catch (JsonProcessingException broken) {
            return false;
        }
    }

    /** A masked text that is JSON again: its quotes, commas and braces are there, and numbers are texts. @param masked as long in bytes */
    static String mended(String text, String masked, TextCoding coding) {
        StringBuilder out = new StringBuilder(masked);
        boolean inside = false;
        int to = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean quote = c == '"';
            if (inside && c == '\\') {
                to++;
                at++;
                c = text.charAt(Math.min(at, text.length() - 1));
            } else if (quote || !inside && STRUCTURE.indexOf(c) >= 0) {
                out.setCharAt(to, c);
                inside ^= quote;
            }
            to += to < out.length() && out.charAt(to) == 'X' ? width(text, at, coding) : 1;
            at += Character.isHighSurrogate(c) && out.charAt(Math.min(to, out.length()) - 1) == 'X' ? 1 : 0;
        }
        return withTexts(out);
    }

    private static int width(String text, int at, TextCoding coding) {
        return coding.width(Character.toString(text.codePointAt(at)));
    }

    private static String withTexts(StringBuilder out) {
        boolean inside = false;
        for (int at = 0; at < out.length(); at++) {
            char c = out.charAt(at);
            if (c == '"') {
                inside = !inside;
            } else if (inside && c == '\\') {
                mendEscape(out, at++);
            } else if (!inside && STRUCTURE.indexOf(c) < 0) {
                at = mendNumber(out, at);
            }
        }
        return out.toString();
    }

    private static void mendEscape(StringBuilder out, int at) {
        char kind = at + 1 < out.length() ? out.charAt(at + 1) : 'X';
        boolean broken = kind == 'u'
                && (at + ESCAPE_LENGTH > out.length()
                        || out.substring(at + 2, at + ESCAPE_LENGTH).indexOf('X') >= 0);
        if (broken || kind == 'X') {
            out.setCharAt(at, 'X');
        }
    }

    /** @return place of the last character of what stands without quotes there */
    private static int mendNumber(StringBuilder out, int start) {
        int end = start;
        while (end < out.length() && "{}[],:\"\r\n\0".indexOf(out.charAt(end)) < 0) {
            end++;
        }
        String own = out.substring(start, end).stripTrailing();
        if (own.indexOf('X') >= 0) {
            boolean room = own.length() > 1;
            out.replace(start, start + own.length(), room ? '"' + own.substring(1, own.length() - 1) + '"' : "0");
        }
        return Math.max(start, end - 1);
    }
}
