package org.vitrail.harvest.transport;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Finds out how a body is packed and encoded by looking at it, since headers are often wrong: gzip by its magic number,
 * charset by byte order mark, then XML declaration, then Content-Type, else UTF-8 (XML 1.0 appendix F).
 */
final class Encoding {

    private static final int LOOK_BYTES = 1024;
    private static final int DEEPEST_GZIP = 2;
    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)[\"']");
    private static final Pattern HEADER =
            Pattern.compile("charset\\s*=\\s*\"?([A-Za-z0-9._:-]+)", Pattern.CASE_INSENSITIVE);

    private Encoding() {}

    /** Unpacks gzip, announced or not, also when a server packed it twice. */
    static BufferedInputStream unpacked(InputStream body) throws IOException {
        BufferedInputStream in = new BufferedInputStream(body, 16 << 10);
        for (int i = 0; i < DEEPEST_GZIP; i++) {
            byte[] start = peek(in, 2);
            if (start.length < 2 || start[0] != 0x1F || (start[1] & 0xFF) != 0x8B) {
                return in;
            }
            in = new BufferedInputStream(new GZIPInputStream(in, 16 << 10), 16 << 10);
        }
        return in;
    }

    /** The charset of the text; a byte order mark is read past. */
    static Charset charset(BufferedInputStream in, Optional<String> contentType) throws IOException {
        byte[] start = peek(in, LOOK_BYTES);
        if (starts(start, 0xEF, 0xBB, 0xBF)) {
            in.skipNBytes(3);
            return StandardCharsets.UTF_8;
        }
        if (starts(start, 0xFE, 0xFF) || starts(start, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16;
        }
        Matcher declared = DECLARED.matcher(new String(start, StandardCharsets.ISO_8859_1));
        if (declared.find()) {
            return named(declared.group(1));
        }
        Matcher header = HEADER.matcher(contentType.orElse(""));
        return header.find() ? named(header.group(1)) : StandardCharsets.UTF_8;
    }

    /** A declaration that could be read as single bytes is not in wide characters, whatever it says. */
    private static Charset named(String name) {
        try {
            boolean wide = name.toUpperCase(Locale.ROOT).matches("UTF-?(16|32).*|UCS-?[24].*");
            return wide ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static byte[] peek(BufferedInputStream in, int length) throws IOException {
        in.mark(length);
        byte[] start = in.readNBytes(length);
        in.reset();
        return start;
    }

    private static boolean starts(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
