package org.vitrail.pixels.tiff.block;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vitrail.pixels.tiff.block.UnneededBytes.Kind;
import org.vitrail.pixels.tiff.block.UnneededBytes.Part;

/** Parts of a JPEG stream that say something beside the picture. ITU-T T.81 Annex B; JFIF 1.02; T.872 §6.5.3 (Adobe). */
public final class JpegSegments {

    private static final int START_OF_IMAGE = 0xd8;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int START_OF_SCAN = 0xda;
    private static final int COMMENT = 0xfe;
    private static final int JFIF_BYTES = 14;
    private static final int ADOBE_BYTES = 12;

    private final byte[] stream;
    private final List<Part> parts = new ArrayList<>();

    private JpegSegments(byte[] stream) {
        this.stream = stream;
    }

    /** Payloads without their marker and length, and what stands behind the end; none where the stream is damaged. */
    public static List<Part> unneeded(byte[] stream) {
        JpegSegments segments = new JpegSegments(stream);
        return segments.walk() ? segments.parts : List.of();
    }

    /** True when it begins as JPEG does. */
    public static boolean looksLike(byte[] stream) {
        return stream.length >= 4 && stream[0] == (byte) 0xff && (stream[1] & 0xff) == START_OF_IMAGE;
    }

    private boolean walk() {
        if (!looksLike(stream)) {
            return false;
        }
        int at = 2;
        while (at + 1 < stream.length && stream[at] == (byte) 0xff) {
            int marker = stream[at + 1] & 0xff;
            if (marker == 0xff) {
                at++;
            } else if (marker == END_OF_IMAGE) {
                part(Kind.BEHIND, at + 2, stream.length);
                return true;
            } else if (marker == 1 || marker >= 0xd0 && marker <= 0xd7) {
                at += 2;
            } else {
                int end = at + 3 < stream.length ? at + 2 + length(at) : 0;
                if (end < at + 4 || end > stream.length) {
                    return false;
                }
                segment(marker, at + 4, end);
                at = marker == START_OF_SCAN ? scanEnd(end) : end;
            }
        }
        return at == stream.length; // tables without an end marker
    }

    private int length(int at) {
        return (stream[at + 2] & 0xff) << 8 | stream[at + 3] & 0xff;
    }

    /** The next marker that ends coded data. */
    private int scanEnd(int from) {
        for (int at = from; at + 1 < stream.length; at++) {
            int next = stream[at + 1] & 0xff;
            if (stream[at] == (byte) 0xff && next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
                return at;
            }
        }
        return stream.length + 1;
    }

    private void segment(int marker, int start, int end) {
        if (marker == COMMENT) {
            part(Kind.COMMENT, start, end);
        } else if (marker >= 0xf0 && marker <= 0xfd || marker == 0xc8 || marker >= 2 && marker < 0xc0) {
            part(Kind.APPLICATION, start, end);
        } else if (marker >= 0xe0 && marker <= 0xef) {
            application(marker - 0xe0, start, end);
        }
    }

    private void application(int number, int start, int end) {
        if (number == 0 && begins(start, end, "JFIF\0") && end - start >= JFIF_BYTES) {
            part(Kind.THUMBNAIL, start + JFIF_BYTES, end);
        } else if (number == 14 && begins(start, end, "Adobe") && end - start >= ADOBE_BYTES) {
            part(Kind.APPLICATION, start + ADOBE_BYTES, end);
        } else if (number == 2 && begins(start, end, "ICC_PROFILE\0")) {
            part(Kind.PROFILE, start, end);
        } else {
            part(number == 0 ? Kind.THUMBNAIL : Kind.APPLICATION, start, end);
        }
    }

    private boolean begins(int start, int end, String word) {
        byte[] wanted = word.getBytes(StandardCharsets.ISO_8859_1);
        return end - start >= wanted.length
                && Arrays.equals(stream, start, start + wanted.length, wanted, 0, wanted.length);
    }

    private void part(Kind kind, int start, int end) {
        if (start < end) {
            parts.add(new Part(kind, start, end));
        }
    }
}
