package org.vitrail.pixels.dicom.identity;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Unused offsets and what is behind the segments of run lengths. PS3.5 §G.3, §G.5. */
final class RleGaps {

    private static final int HEADER_BYTES = 64;
    private static final int MOST_SEGMENTS = 15;

    private RleGaps() {}

    /** @param pixels bytes that each segment makes */
    static List<Gap> of(byte[] coded, long pixels) {
        List<Gap> gaps = new ArrayList<>();
        ByteBuffer header = ByteBuffer.wrap(coded).order(ByteOrder.LITTLE_ENDIAN);
        int segments = coded.length < HEADER_BYTES ? 0 : header.getInt(0);
        if (segments < 1 || segments > MOST_SEGMENTS) {
            return gaps;
        }
        int behind = HEADER_BYTES;
        gaps.add(new Gap(4 + 4 * segments, HEADER_BYTES, "RLE header"));
        for (int segment = 0; segment < segments; segment++) {
            long from = Integer.toUnsignedLong(header.getInt(4 + 4 * segment));
            if (from < behind || from > coded.length) {
                return List.of();
            }
            gaps.add(new Gap(behind, (int) from, "bytes between RLE segments"));
            behind = end(coded, (int) from, pixels);
        }
        gaps.add(new Gap(behind, coded.length, Gap.BEHIND));
        gaps.removeIf(gap -> gap.from() >= gap.to());
        return gaps;
    }

    private static int end(byte[] coded, int from, long pixels) {
        int at = from;
        long made = 0;
        while (made < pixels && at < coded.length) {
            int n = coded[at++];
            if (n == -128) {
                continue;
            }
            long length = Math.min((n >= 0 ? n : -n) + 1L, pixels - made);
            at += n >= 0 ? (int) length : 1;
            made += length;
        }
        return Math.min(at, coded.length);
    }
}
