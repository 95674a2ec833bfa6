package org.vitrail.pixels.tiff.identity;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.EnumSet;
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

    /** What the text could reveal, the characters included that JSON escapes. */
    Set<IdentityFinding.Kind> kinds(String text) {
        Set<IdentityFinding.Kind> kinds = EnumSet.noneOf(IdentityFinding.Kind.class);
        kinds.addAll(IdentityText.kinds(isUtf8() ? text : folded(text)));
        if (JsonText.hasEscapes(text)) {
            kinds.addAll(IdentityText.kinds(JsonText.folded(text)));
        }
        return kinds;
    }

    /** The text with the revealing stretches overwritten; as many bytes as before, and JSON where it was. */
    String masked(String text) {
        String masked = text;
        if (JsonText.hasEscapes(text)) {
            masked = JsonText.overwritten(masked, IdentityText.masked(JsonText.folded(masked)), this);
        }
        masked = isUtf8() ? IdentityText.masked(masked) : overwritten(masked);
        return masked.equals(text) || !JsonText.looksLike(text) ? masked : JsonText.mended(text, masked, this);
    }

    private static String overwritten(String text) {
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

    /** Letters of one unit each that are as long as the text is, in bytes. */
    int width(String text) {
        return isUtf8() ? encode(text).length : text.length();
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
