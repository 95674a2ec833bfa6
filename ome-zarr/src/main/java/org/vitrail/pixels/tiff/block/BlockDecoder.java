package org.vitrail.pixels.tiff.block;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.tiff.file.TiffFile;

/** Undoes a block's compression. Never makes more bytes than the block's size in pixels allows, whatever the data claim. */
public final class BlockDecoder {

    private BlockDecoder() {}

    /** A block's bytes are too few or make no sense. */
    public static class BadBlock extends Exception {
        private static final long serialVersionUID = 1L;

        BadBlock(String message) {
            super(message);
        }
    }

    /** A block may be sound, but is of a kind that is not read; the message names the kind. */
    public static final class UnsupportedBlock extends BadBlock {
        private static final long serialVersionUID = 1L;

        UnsupportedBlock(String message) {
            super(message);
        }
    }

    /** Refuses numbers of compression that are not supported. */
    public static void checkSupported(TiffFile file, int compression) {
        String known = switch (compression) {
            case 1, 5, 7, 8, 32946, 32773, 33003, 33004, 33005, 34712, 50000 -> null;
            case 6 -> "old-style JPEG (6, replaced in 1995 by 7)";
            case 2, 3, 4 -> "fax coding (CCITT)";
            case 34887 -> "LERC";
            case 34925 -> "LZMA";
            case 50001, 50002 -> "WebP or JPEG XL";
            default -> "number " + compression;
        };
        if (known != null) {
            throw new UnsupportedImage(
                    "TIFF file %s is compressed with %s, which is not read. Save it with LZW, deflate or no compression."
                            .formatted(file.name(), known));
        }
    }

    /** Exactly {@code wanted} bytes. */
    public static byte[] decode(int compression, byte[] in, int wanted) throws BadBlock {
        return switch (compression) {
            case 1 -> uncompressed(in, wanted);
            case 5 -> Lzw.decode(in, wanted);
            case 8, 32946 -> inflate(in, wanted);
            case 32773 -> packBits(in, wanted);
            case 50000 -> zstd(in, wanted);
            default -> throw new BadBlock("compression " + compression);
        };
    }

    private static byte[] uncompressed(byte[] in, int wanted) throws BadBlock {
        if (in.length < wanted) {
            throw new BadBlock("it has " + in.length + " bytes instead of " + wanted);
        }
        return in.length == wanted ? in : java.util.Arrays.copyOf(in, wanted);
    }

    private static byte[] inflate(byte[] in, int wanted) throws BadBlock {
        if (wanted > 1100L * in.length + 1024) {
            throw new BadBlock("deflate cannot hold " + wanted + " bytes in " + in.length);
        }
        byte[] out = new byte[wanted];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(in);
            int made = 0;
            while (made < wanted) {
                int got = inflater.inflate(out, made, wanted - made);
                if (got == 0 && (inflater.finished() || inflater.needsInput() || inflater.needsDictionary())) {
                    throw new BadBlock("its deflate stream ends after " + made + " of " + wanted + " bytes");
                }
                made += got;
            }
            return out;
        } catch (DataFormatException bad) {
            throw new BadBlock("its deflate stream is damaged (" + bad.getMessage() + ")");
        } finally {
            inflater.end();
        }
    }

    private static byte[] zstd(byte[] in, int wanted) throws BadBlock {
        long declared = in.length == 0 ? 0 : Zstd.getFrameContentSize(in, 0, in.length);
        if (declared >= 0 && declared != wanted || declared < 0 && wanted > 16_384L * in.length + 1024) {
            throw new BadBlock("its zstd frame does not make " + wanted + " bytes");
        }
        byte[] out = new byte[wanted];
        try {
            long made = Zstd.decompressByteArray(out, 0, wanted, in, 0, in.length);
            if (Zstd.isError(made) || made != wanted) {
                throw new BadBlock("its zstd frame does not make " + wanted + " bytes");
            }
        } catch (ZstdException damaged) {
            throw new BadBlock("its zstd frame is damaged (" + damaged.getMessage() + ")");
        }
        return out;
    }

    private static byte[] packBits(byte[] in, int wanted) throws BadBlock {
        if (wanted > 64L * in.length + 1024) {
            throw new BadBlock("PackBits cannot hold " + wanted + " bytes in " + in.length);
        }
        byte[] out = new byte[wanted];
        int from = 0;
        int made = 0;
        while (made < wanted) {
            if (from >= in.length) {
                throw new BadBlock("it ends after " + made + " of " + wanted + " bytes");
            }
            int n = in[from++];
            if (n == -128) {
                continue;
            }
            int length = Math.min((n >= 0 ? n : -n) + 1, wanted - made);
            if (from + (n >= 0 ? length : 1) > in.length) {
                throw new BadBlock("it ends inside a run");
            }
            if (n >= 0) {
                System.arraycopy(in, from, out, made, length);
                from += n + 1;
            } else {
                java.util.Arrays.fill(out, made, made + length, in[from++]);
            }
            made += length;
        }
        return out;
    }
}
