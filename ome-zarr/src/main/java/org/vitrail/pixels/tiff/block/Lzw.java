package org.vitrail.pixels.tiff.block;

import org.vitrail.pixels.tiff.block.BlockDecoder.BadBlock;

/** LZW with codes of 9 to 12 bits, most significant bit first, switched one code early. TIFF 6.0 §13. */
final class Lzw {

    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int FIRST_FREE = 258;

    /** Strings grow by one byte a code, up to the table's end, in codes of 9 bits and more. */
    private static final long MOST_EXPANSION = 4096;

    private final byte[] in;
    private final byte[] out;
    private final int[] stringStart = new int[4097];
    private final int[] stringLength = new int[4097];
    private int bitBuffer;
    private int bitsHeld;
    private int from;
    private int made;

    private Lzw(byte[] in, int wanted) {
        this.in = in;
        this.out = new byte[wanted];
    }

    static byte[] decode(byte[] in, int wanted) throws BadBlock {
        if (in.length > 1 && in[0] == 0 && (in[1] & 1) == 1) {
            throw new BadBlock("it uses the LZW bit order of before TIFF 6.0");
        }
        if (wanted > MOST_EXPANSION * in.length + 1024) {
            throw new BadBlock("LZW cannot hold " + wanted + " bytes in " + in.length);
        }
        return new Lzw(in, wanted).run();
    }

    /** Where a stream of so many bytes ends that says so; −1 for one that does not. Nothing is put out. */
    static int end(byte[] in, int wanted) {
        Lzw stream = new Lzw(in, 0);
        int next = FIRST_FREE;
        int previous = 0;
        long made = 0;
        while (stream.from < in.length || stream.bitsHeld >= 9) {
            int width = next >= 2047 ? 12 : next >= 1023 ? 11 : next >= 511 ? 10 : 9;
            if (made > wanted || 8L * (in.length - stream.from) + stream.bitsHeld < width) {
                return -1;
            }
            int code = stream.bits(width);
            if (code == END) {
                return made == wanted ? stream.from : -1;
            }
            if (code == CLEAR) {
                next = FIRST_FREE;
                previous = 0;
                continue;
            }
            if (code > next || previous == 0 && code >= CLEAR) {
                return -1;
            }
            int length = code < CLEAR ? 1 : code == next ? previous + 1 : stream.stringLength[code];
            if (previous > 0 && next < 4096) {
                stream.stringLength[next++] = previous + 1;
            }
            made += length;
            previous = length;
        }
        return -1;
    }

    /** A string is a place in the output: every code repeats what was written, plus the byte after it. */
    private byte[] run() throws BadBlock {
        int next = FIRST_FREE;
        int previousStart = -1;
        int previousLength = 0;
        while (made < out.length) {
            int code = code(next >= 2047 ? 12 : next >= 1023 ? 11 : next >= 511 ? 10 : 9);
            if (code == END) {
                break;
            }
            if (code == CLEAR) {
                next = FIRST_FREE;
                previousStart = -1;
                continue;
            }
            int start = made;
            int length = length(code, next, previousStart, previousLength);
            if (code < CLEAR) {
                out[made++] = (byte) code;
            } else {
                copy(code == next ? previousStart : stringStart[code], length);
            }
            if (previousStart >= 0 && next < 4096) {
                stringStart[next] = previousStart;
                stringLength[next++] = previousLength + 1;
            }
            previousStart = start;
            previousLength = length;
        }
        if (made < out.length) {
            throw new BadBlock("its LZW stream ends after " + made + " of " + out.length + " bytes");
        }
        return out;
    }

    private int length(int code, int next, int previousStart, int previousLength) throws BadBlock {
        if (code < CLEAR) {
            return 1;
        }
        if (previousStart < 0 || code > next || code == next && next == 4096) {
            throw new BadBlock("its LZW stream uses code " + code + " before it is defined");
        }
        return code == next ? previousLength + 1 : stringLength[code];
    }

    private void copy(int start, int length) {
        int end = Math.min(out.length, made + length);
        for (int i = start; made < end; i++) {
            out[made++] = out[i];
        }
    }

    private int code(int width) throws BadBlock {
        while (bitsHeld < width) {
            if (from >= in.length) {
                throw new BadBlock("its LZW stream ends after " + made + " of " + out.length + " bytes");
            }
            take();
        }
        return bits(width);
    }

    private int bits(int width) {
        while (bitsHeld < width) {
            take();
        }
        bitsHeld -= width;
        return (bitBuffer >>> bitsHeld) & ((1 << width) - 1);
    }

    private void take() {
        bitBuffer = (bitBuffer << 8) | (in[from++] & 0xff);
        bitsHeld += 8;
    }
}
