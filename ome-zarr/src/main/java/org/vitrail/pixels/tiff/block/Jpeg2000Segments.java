package org.vitrail.pixels.tiff.block;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.vitrail.pixels.tiff.block.UnneededBytes.Kind;
import org.vitrail.pixels.tiff.block.UnneededBytes.Part;

/** Comments of a JPEG 2000 codestream, and what stands behind its end. ITU-T T.800 §A.9.2 (COM), §A.4.2 (SOT), §A.4.4 (EOC). */
final class Jpeg2000Segments {

    private static final int START = 0xff4f;
    private static final int TILE_PART = 0xff90;
    private static final int START_OF_DATA = 0xff93;
    private static final int COMMENT = 0xff64;
    private static final int END = 0xffd9;

    private final ByteBuffer in;
    private final List<Part> parts = new ArrayList<>();

    private Jpeg2000Segments(byte[] stream) {
        this.in = ByteBuffer.wrap(stream);
    }

    /** Nothing of a stream that is damaged, or in a box. */
    static List<Part> unneeded(byte[] stream) {
        Jpeg2000Segments segments = new Jpeg2000Segments(stream);
        return segments.walk() ? segments.parts : List.of();
    }

    private boolean walk() {
        if (word(0) != START) {
            return false;
        }
        int at = headers(2, TILE_PART);
        while (at >= 0 && word(at) == TILE_PART && at + 12 <= in.capacity()) {
            long length = Integer.toUnsignedLong(in.getInt(at + 6));
            if (headers(at + 12, START_OF_DATA) < 0) {
                return false;
            }
            if (length == 0) {
                return true; // up to the end, which only the last tile-part may say
            }
            if (length < 14 || length > in.capacity() - at) {
                return false;
            }
            at += (int) length;
        }
        if (at < 0 || word(at) != END) {
            return false;
        }
        if (at + 2 < in.capacity()) {
            parts.add(new Part(Kind.BEHIND, at + 2, in.capacity()));
        }
        return true;
    }

    /** Goes through segments; where the marker is that ends them, or −1. */
    private int headers(int from, int last) {
        int at = from;
        while (word(at) != last) {
            int length = word(at + 2);
            if (word(at) < 0xff00 || length < 2 || at + 2 + length > in.capacity()) {
                return -1;
            }
            if (word(at) == COMMENT && length > 4) {
                parts.add(new Part(Kind.COMMENT, at + 6, at + 2 + length));
            }
            at += 2 + length;
        }
        return at;
    }

    private int word(int at) {
        return at >= 0 && at + 2 <= in.capacity() ? in.getShort(at) & 0xffff : -1;
    }
}
