package org.vitrail.pixels.tiff.block;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Which bytes of a stored strip or tile no pixel needs: what stands behind the end of its stream, and parts of the stream that say
 * something beside the picture. TIFF 6.0 §9, §13; RFC 1950; RFC 8878 §3.1.2; ITU-T T.81 §B.2.4; T.800 §A.9.2.
 */
public final class UnneededBytes {

    private static final int SKIPPABLE_FRAME = 0x184D2A50;

    private UnneededBytes() {}

    /** What a part is. */
    public enum Kind {
        /** Behind the end of a stream that says where it ends. */
        BEHIND,
        /** Behind the last byte that the pixels need, of a coding without an end of its own. */
        SURPLUS,
        /** A comment. */
        COMMENT,
        /** Data of a program, of which the decoder needs none. */
        APPLICATION,
        /** A small picture beside the picture. */
        THUMBNAIL,
        /** A color profile, which changes how colors are shown. */
        PROFILE
    }

    /** A stretch of a block. @param end before which it ends */
    public record Part(Kind kind, int start, int end) {}

    /**
     * The parts of a block, in their order; none when the block is damaged or of a kind that is not looked into.
     *
     * @param compression its TIFF number
     * @param in as it is stored, with the high bit of each byte first
     * @param wanted bytes of the block without compression
     */
    public static List<Part> of(int compression, byte[] in, int wanted) {
        List<Part> parts = new ArrayList<>();
        switch (compression) {
            case 1 -> behind(parts, Kind.SURPLUS, wanted, in.length);
            case 5 -> behind(parts, Kind.BEHIND, Lzw.end(in, wanted), in.length);
            case 7 -> parts.addAll(JpegParts.unneeded(in));
            case 8, 32946 -> behind(parts, Kind.BEHIND, deflateEnd(in, wanted), in.length);
            case 32773 -> behind(parts, Kind.SURPLUS, packBitsEnd(in, wanted), in.length);
            case 33003, 33004, 33005, 34712 -> parts.addAll(Jpeg2000Segments.unneeded(in));
            case 50000 -> zstd(parts, in);
            default -> {}
        }
        return parts;
    }

    private static void behind(List<Part> parts, Kind kind, int end, int length) {
        if (end >= 0 && end < length) {
            parts.add(new Part(kind, end, length));
        }
    }

    /** −1 where the stream goes on far beyond the pixels, or has no end. */
    private static int deflateEnd(byte[] in, int wanted) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(in);
            byte[] out = new byte[1 << 16];
            while (!inflater.finished() && inflater.getBytesWritten() <= wanted + (long) out.length) {
                if (inflater.inflate(out) == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    return -1;
                }
            }
            return inflater.finished() ? (int) inflater.getBytesRead() : -1;
        } catch (DataFormatException damaged) {
            return -1;
        } finally {
            inflater.end();
        }
    }

    private static int packBitsEnd(byte[] in, int wanted) {
        int from = 0;
        int made = 0;
        while (made < wanted && from < in.length) {
            int n = in[from++];
            if (n != -128) {
                made += Math.abs(n) + 1;
                from += n >= 0 ? n + 1 : 1;
            }
        }
        return made < wanted ? -1 : from;
    }

    /** Frames that decoders leap over, among those of the picture. */
    private static void zstd(List<Part> parts, byte[] in) {
        int at = 0;
        while (at + 8 <= in.length) {
            boolean skippable = (number(in, at) & ~15) == SKIPPABLE_FRAME;
            long length = skippable ? 8 + Integer.toUnsignedLong(number(in, at + 4)) : frameBytes(in, at);
            if (length <= 0 || length > in.length - at) {
                return;
            }
            if (skippable) {
                parts.add(new Part(Kind.BEHIND, at + 8, at + (int) length));
            }
            at += (int) length;
        }
    }

    private static long frameBytes(byte[] in, int at) {
        try {
            return Zstd.findFrameCompressedSize(in, at, in.length - at);
        } catch (ZstdException damaged) {
            return -1;
        }
    }

    private static int number(byte[] in, int at) {
        return in[at] & 0xff | (in[at + 1] & 0xff) << 8 | (in[at + 2] & 0xff) << 16 | in[at + 3] << 24;
    }
}
