package org.vitrail.pixels.tiff.identity;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Set;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityText;

/** A text in a file and how its letters are bytes there, so that it can be masked without changing its length in bytes. */
record TextCoding(Charset charset) {

    /** UTF-8 where the bytes are that, else Latin-1, in which any bytes are a text. */
    static TextCoding of(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return new TextCoding(StandardCharsets.UTF_8);
        } catch (CharacterCodingException otherwise) {
            return new TextCoding(StandardCharsets.ISO_8859_1);
        }
    }

    String decode(byte[] bytes) {
        return new String(bytes, charset);
    }

    byte[] encode(String text) {
        return text.getBytes(charset);
    }

    boolean isUtf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    /** What the text could reveal. */
    Set<IdentityFinding.Kind> kinds(String text) {
        return IdentityText.kinds(isUtf8() ? text : folded(text));
    }

    /** The text with the revealing stretches overwritten; as many bytes as before. */
    String masked(String text) {
        if (isUtf8()) {
            return IdentityText.masked(text);
        }
        String folded = folded(text);
        String masked = IdentityText.masked(folded);
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (masked.charAt(i) != folded.charAt(i)) {
                out.setCharAt(i, 'X');
            }
        }
        return out.toString();
    }

    /** Every letter and digit overwritten; as many bytes as before. */
    String blanked(String text, char by) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (Character.isLetterOrDigit(point)) {
                String one = Character.toString(point);
                boolean units = charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE);
                int width = isUtf8() ? encode(one).length : units ? one.length() : 1;
                out.append(String.valueOf(by).repeat(width));
            } else {
                out.appendCodePoint(point);
            }
        });
        return out.toString();
    }

    /** Letter for letter in ASCII: an accent is taken off, other letters become x. */
    static String folded(String text) {
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                char base = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD)
                        .charAt(0);
                char letter = Character.isUpperCase(c) ? 'X' : 'x';
                out.setCharAt(i, base < 0x80 ? base : Character.isLetter(c) ? letter : '-');
            }
        }
        return out.toString();
    }
}
