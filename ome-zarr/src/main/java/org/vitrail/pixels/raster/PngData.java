package org.vitrail.pixels.raster;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Where the packed pixels of a PNG end inside of its IDAT chunks, and whether more is packed than the picture has. ISO/IEC 15948 §10.1,
 * §8.2 (Adam7).
 */
final class PngData implements AutoCloseable {

    /** Columns and rows where each pass begins, and the steps between its pixels. */
    private static final int[][] PASSES = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private final Inflater inflater = new Inflater();
    private final byte[] unpacked = new byte[1 << 16];
    private final long wanted;
    private long made;
    private boolean damaged;

    /** @param header the data of IHDR, 13 bytes */
    PngData(ByteBuffer header) {
        long width = header.getInt(0);
        long height = header.getInt(4);
        int samples = switch (header.get(9)) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
        long bits = (long) samples * header.get(8);
        wanted = header.get(12) == 0 ? bytes(width, height, bits) : interlaced(width, height, bits);
    }

    private static long interlaced(long width, long height, long bits) {
        long all = 0;
        for (int[] pass : PASSES) {
            all += bytes((width - pass[0] + pass[2] - 1) / pass[2], (height - pass[1] + pass[3] - 1) / pass[3], bits);
        }
        return all;
    }

    /** Each row begins with the number of its filter. */
    private static long bytes(long width, long height, long bits) {
        return width <= 0 || height <= 0 ? 0 : height * (1 + (width * bits + 7) / 8);
    }

    /** How many of these bytes, the next of the stream, belong to it. */
    int take(byte[] packed, int length) {
        if (inflater.finished() || damaged) {
            return damaged ? length : 0;
        }
        inflater.setInput(packed, 0, length);
        try {
            while (!inflater.finished() && made <= wanted) {
                int got = inflater.inflate(unpacked);
                made += got;
                if (got == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    return length;
                }
            }
        } catch (DataFormatException bad) {
            // the decoder refuses such pixels, or has all of them already
            damaged = true;
            return length;
        }
        return inflater.finished() ? length - inflater.getRemaining() : length;
    }

    /** True when the stream cannot be cut behind the last pixel: more is packed than the picture has, or it never ends. */
    boolean isLonger() {
        return made > wanted || !inflater.finished();
    }

    @Override
    public void close() {
        inflater.end();
    }
}
