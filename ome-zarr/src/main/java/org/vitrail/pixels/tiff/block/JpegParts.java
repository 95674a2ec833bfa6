package org.vitrail.pixels.tiff.block;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vitrail.pixels.jpeg.JpegSegments;
import org.vitrail.pixels.tiff.block.UnneededBytes.Kind;
import org.vitrail.pixels.tiff.block.UnneededBytes.Part;

/** Parts of a JPEG stream that say something beside the picture. ITU-T T.81 Annex B; JFIF 1.02; T.872 §6.5.3 (Adobe). */
public final class JpegParts {

    private static final int START_OF_IMAGE = 0xd8;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int START_OF_SCAN = 0xda;
    private static final int JFIF = 0xe0;
    private static final int PROFILE = 0xe2;

    private final byte[] stream;
    private final List<Part> parts = new ArrayList<>();

    private JpegParts(byte[] stream) {
        this.stream = stream;
    }

    /** Payloads without their marker and length, and what stands behind the end; none where the stream is damaged. */
    public static List<Part> unneeded(byte[] stream) {
        JpegParts segments = new JpegParts(stream);
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
            } else if (JpegSegments.isAlone(marker)) {
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
        int needed = start + JpegSegments.needed(marker, stream, start, end - start);
        if (marker == JpegSegments.COMMENT) {
            part(Kind.COMMENT, start, end);
        } else if (marker == PROFILE && isProfile(start, end)) {
            part(Kind.PROFILE, start, end);
        } else {
            part(marker == JFIF ? Kind.THUMBNAIL : Kind.APPLICATION, needed, end);
        }
    }

    private boolean isProfile(int start, int end) {
        byte[] wanted = "ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1);
        return end - start >= wanted.length
                && Arrays.equals(stream, start, start + wanted.length, wanted, 0, wanted.length);
    }

    private void part(Kind kind, int start, int end) {
        if (start < end) {
            parts.add(new Part(kind, start, end));
        }
    }
}
