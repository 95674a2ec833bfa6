package org.vitrail.pixels.dicom.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Undoes run lengths: one segment for each byte of a sample, the highest first, of each sample of a pixel. PS3.5 Annex G. */
final class RleDecoder {

    private static final int HEADER_BYTES = 64;

    private RleDecoder() {}

    /** Planes of little-endian samples. */
    static byte[] decode(byte[] coded, PixelLayout layout) throws BadFrame {
        int bytes = layout.type().bytes();
        int segments = bytes * layout.samples();
        int pixels = (int) layout.pixels();
        if (coded.length < HEADER_BYTES) {
            throw new BadFrame("its RLE header is cut off");
        }
        ByteBuffer header = ByteBuffer.wrap(coded).order(ByteOrder.LITTLE_ENDIAN);
        if (header.getInt(0) != segments) {
            throw new BadFrame("it has %d RLE segments instead of %d"
                    .formatted(Integer.toUnsignedLong(header.getInt(0)), segments));
        }
        checkRatio(coded, (long) pixels * segments);
        byte[] planes = new byte[pixels * segments];
        for (int segment = 0; segment < segments; segment++) {
            long from = Integer.toUnsignedLong(header.getInt(4 + 4 * segment));
            long to = segment + 1 < segments ? Integer.toUnsignedLong(header.getInt(8 + 4 * segment)) : coded.length;
            if (from < HEADER_BYTES || to < from || to > coded.length) {
                throw new BadFrame("RLE segment %d lies outside of the frame (%d to %d)".formatted(segment, from, to));
            }
            int sample = segment / bytes;
            int first = sample * pixels * bytes + bytes - 1 - segment % bytes;
            unpack(coded, (int) from, (int) to, planes, first, bytes, pixels);
        }
        if (layout.isYbr() && bytes == 1) {
            YbrColors.convertPlanes(planes);
        }
        return planes;
    }

    /** Two bytes make 128 at most, so that a small frame cannot claim a large one. */
    private static void checkRatio(byte[] coded, long wanted) throws BadFrame {
        if (wanted > 64L * coded.length) {
            throw new BadFrame("RLE cannot hold %d bytes in %d".formatted(wanted, coded.length));
        }
    }

    private static void unpack(byte[] in, int start, int end, byte[] out, int first, int step, int wanted)
            throws BadFrame {
        int from = start;
        int made = 0;
        while (made < wanted) {
            if (from >= end) {
                throw new BadFrame("an RLE segment ends after %d of %d bytes".formatted(made, wanted));
            }
            int n = in[from++];
            if (n == -128) {
                continue;
            }
            int length = Math.min((n >= 0 ? n : -n) + 1, wanted - made);
            if (from + (n >= 0 ? length : 1) > end) {
                throw new BadFrame("an RLE segment ends inside a run");
            }
            for (int i = 0; i < length; i++) {
                out[first + (made + i) * step] = in[n >= 0 ? from + i : from];
            }
            from += n >= 0 ? n + 1 : 1;
            made += length;
        }
    }
}
