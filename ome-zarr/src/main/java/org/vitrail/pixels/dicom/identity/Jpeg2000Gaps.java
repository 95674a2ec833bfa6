package org.vitrail.pixels.dicom.identity;

import java.util.ArrayList;
import java.util.List;

/** Comments, reserved segments and what is behind the codestream of a JPEG 2000 frame. ISO/IEC 15444-1 §A.2, §A.9.2 (COM). */
final class Jpeg2000Gaps {

    private static final int TILE = 0xff90;
    private static final int DATA = 0xff93;
    private static final int END = 0xffd9;
    private static final int COMMENT = 0xff64;

    private final byte[] coded;
    private final List<Gap> gaps = new ArrayList<>();

    private Jpeg2000Gaps(byte[] coded) {
        this.coded = coded;
    }

    static List<Gap> of(byte[] coded) {
        Jpeg2000Gaps walk = new Jpeg2000Gaps(coded);
        int at = walk.segments(2);
        while (walk.u16(at) == TILE) {
            at = walk.tilePart(at);
        }
        if (walk.u16(at) == END) {
            walk.add(at + 2, coded.length, Gap.BEHIND);
        }
        return walk.gaps;
    }

    /** Up to a tile-part, its data or the end; the file's end where the structure is damaged, which a decoder refuses. */
    private int segments(int from) {
        int at = from;
        while (true) {
            int marker = u16(at);
            int length = u16(at + 2);
            if (marker == TILE || marker == DATA || marker == END) {
                return at;
            }
            if (marker < 0xff00 || length < 2 || at + 2 + length > coded.length) {
                return coded.length;
            }
            if (marker == COMMENT) {
                add(at + 6, at + 2 + length, "JPEG 2000 comment");
            } else if (!isKnown(marker)) {
                add(at + 4, at + 2 + length, "JPEG 2000 segment %04X".formatted(marker));
            }
            at += 2 + length;
        }
    }

    private int tilePart(int at) {
        long length = (long) u16(at + 6) << 16 | u16(at + 8);
        int data = segments(at + 12);
        long next = length == 0 ? coded.length : at + length;
        return next < data || next > coded.length ? coded.length : Math.min(end(data), (int) next);
    }

    /** Coded data never hold FF with a byte above 8F, other than markers of packets. */
    private int end(int from) {
        int at = from;
        while (at < coded.length && u16(at) != END) {
            at++;
        }
        return at;
    }

    /** Sizes, coding, quantization, lengths, packed headers, registration and extended capabilities. Table A.2. */
    private static boolean isKnown(int marker) {
        return marker >= 0xff50 && marker <= 0xff63;
    }

    /** Zero behind the end. */
    private int u16(int at) {
        return at < 0 || at + 2 > coded.length ? 0 : (coded[at] & 0xff) << 8 | coded[at + 1] & 0xff;
    }

    private void add(int from, int to, String what) {
        if (from < to) {
            gaps.add(new Gap(from, to, what));
        }
    }
}
