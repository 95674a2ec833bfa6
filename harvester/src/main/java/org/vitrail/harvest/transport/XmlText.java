package org.vitrail.harvest.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.CharBuffer;
import java.nio.charset.Charset;

/**
 * The text of a page as an XML parser can take it: blanks before the XML declaration dropped, characters that XML 1.0
 * forbids (§2.2) replaced by U+FFFD, written plainly or as references, and counted.
 */
public final class XmlText extends Reader {

    private static final int LONGEST_REFERENCE = 12;
    private static final int LONGEST_TAG = 4 << 20;

    private final InputStream body;
    private final DecodedChars source;
    private final CharBuffer raw = CharBuffer.allocate(8 << 10).flip();
    private long replaced;
    private boolean begun;
    private boolean ended;
    private boolean lowSurrogateFollows;
    private boolean inTag;
    private long tagChars;

    XmlText(InputStream body, Charset charset) {
        this.body = body;
        this.source = new DecodedChars(body, charset);
    }

    /** How many characters were replaced so far. */
    public long replaced() {
        return replaced + source.replaced();
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (!begun) {
            skipBlanks();
        }
        int n = 0;
        while (n < length && (raw.remaining() > LONGEST_REFERENCE || n == 0 && refill())) {
            int run = ordinary(Math.min(raw.remaining(), length - n));
            if (run > 0) {
                raw.get(target, offset + n, run);
                n += run;
                countTag(run);
            } else {
                target[offset + n++] = next();
            }
        }
        return n == 0 && length > 0 ? -1 : n;
    }

    /** How many of the next chars mean nothing to this class and can be passed on in one piece. */
    private int ordinary(int most) {
        char[] chars = raw.array();
        int start = raw.position();
        int i = start;
        while (i < start + most) {
            char c = chars[i];
            boolean plain = c > '>' ? c < '\uD800' : c >= ' ' && c != '<' && c != '&' && c != '>' || c == '\n';
            if (!plain) {
                break;
            }
            i++;
        }
        return i - start;
    }

    private void countTag(int more) throws PageTooLarge {
        tagChars += more;
        if (inTag && tagChars > LONGEST_TAG) {
            throw new PageTooLarge("one tag of the answer is longer than " + LONGEST_TAG + " characters");
        }
    }

    /** True when there is a char, and enough behind it to see a whole reference unless the text ends. */
    private boolean refill() throws IOException {
        while (!ended && raw.remaining() <= LONGEST_REFERENCE) {
            raw.compact();
            ended = !source.fill(raw);
            raw.flip();
        }
        return raw.hasRemaining();
    }

    private void skipBlanks() throws IOException {
        begun = true;
        while (refill() && (Character.isWhitespace(raw.get(raw.position())) || raw.get(raw.position()) == '\uFEFF')) {
            raw.get();
        }
    }

    private char next() throws IOException {
        char c = raw.get();
        countTag(1);
        if (c >= ' ' && c < '\uD800') {
            return switch (c) {
                case '<' -> openTag(c);
                case '>' -> closeTag(c);
                case '&' -> reference(c);
                default -> c;
            };
        }
        return legal(c) ? c : replacement();
    }

    private char openTag(char c) {
        char following = raw.hasRemaining() ? raw.get(raw.position()) : ' ';
        inTag = following != '!' && following != '?';
        tagChars = 0;
        return c;
    }

    private char closeTag(char c) {
        inTag = false;
        return c;
    }

    private boolean legal(char c) {
        if (lowSurrogateFollows) {
            lowSurrogateFollows = false;
            return true;
        }
        if (Character.isHighSurrogate(c)) {
            lowSurrogateFollows = raw.hasRemaining() && Character.isLowSurrogate(raw.get(raw.position()));
            return lowSurrogateFollows;
        }
        return c == '\t' || c == '\n' || c == '\r' || c >= '\uE000' && c < '\uFFFE';
    }

    private char replacement() {
        replaced++;
        return '\uFFFD';
    }

    /** A character reference to a forbidden character becomes U+FFFD; any other is left to the parser. */
    private char reference(char c) {
        int start = raw.position();
        if (start >= raw.limit() || raw.get(start) != '#') {
            return c;
        }
        int end = start;
        while (end < raw.limit() && end - start < LONGEST_REFERENCE && raw.get(end) != ';') {
            end++;
        }
        if (end >= raw.limit() || raw.get(end) != ';') {
            return c;
        }
        int code = number(raw.subSequence(1, end - start).toString());
        if (code < 0 || allowed(code)) {
            return c;
        }
        raw.position(end + 1);
        return replacement();
    }

    private static int number(String digits) {
        try {
            boolean hexadecimal = digits.startsWith("x");
            return hexadecimal ? Integer.parseInt(digits.substring(1), 16) : Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static boolean allowed(int code) {
        return code == 9
                || code == 10
                || code == 13
                || code >= 0x20 && code <= 0xD7FF
                || code >= 0xE000 && code <= 0xFFFD
                || code >= 0x10000 && code <= 0x10FFFF;
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
