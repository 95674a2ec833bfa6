package org.vitrail.pixels.tiff.block;

import java.nio.ByteBuffer;
import org.vitrail.pixels.tiff.block.BlockDecoder.BadBlock;
import org.vitrail.pixels.tiff.block.BlockDecoder.UnsupportedBlock;

/**
 * What a JPEG 2000 codestream says of itself. ITU-T T.800 Annex A (markers), I.4 (boxes of the file format around it).
 *
 * @param start of the codestream in the block
 * @param width columns
 * @param height rows
 * @param components of a pixel
 * @param bits of a sample, the same for all components
 */
record Jpeg2000Header(int start, long width, long height, int components, int bits) {

    private static final int SIZE = 0xff51;
    private static final int CODING_STYLE = 0xff52;
    private static final int COMPONENT_STYLE = 0xff53;
    private static final int TILE_PART = 0xff90;
    private static final int START_OF_DATA = 0xff93;
    private static final int START_OF_PACKET = 0x91;
    private static final int END_OF_HEADER = 0x92;
    private static final int END = 0xffd9;
    private static final int CODESTREAM_BOX = 0x6a703263;

    /** The decoder makes objects for each tile and each precinct: very small ones exhaust the memory. */
    private static final int MOST_TILES = 65_535;

    private static final int LEAST_TILE_PIXELS = 1024;

    private static final int LEAST_PRECINCT_EXPONENT = 3;

    /**
     * Reads the main header and walks the tile-parts, so that a stream that was cut is found out before it is decoded.
     *
     * @throws BadBlock when it makes no sense or ends too early
     * @throws UnsupportedBlock for signed samples, components of different size or depth, and very small tiles or precincts
     */
    static Jpeg2000Header of(byte[] block) throws BadBlock {
        ByteBuffer in = ByteBuffer.wrap(block);
        int start = codestream(in);
        Jpeg2000Header header = size(in, start);
        int at = start + 2;
        int marker = word(in, at);
        while (marker != TILE_PART) {
            int length = word(in, at + 2);
            if (length < 2 || marker < 0xff00) {
                throw new BadBlock("its JPEG 2000 header is damaged at byte " + at);
            }
            if (marker == CODING_STYLE || marker == COMPONENT_STYLE) {
                checkPrecincts(in, at, marker, header.components);
            }
            at += 2 + length;
            marker = word(in, at);
        }
        walkTileParts(in, at);
        return header;
    }

    /** The codestream itself, or the box that holds it. */
    private static int codestream(ByteBuffer in) throws BadBlock {
        if (word(in, 0) == 0xff4f) {
            return 0;
        }
        long at = 0;
        while (at + 8 <= in.capacity()) {
            long length = Integer.toUnsignedLong(in.getInt((int) at));
            if (in.getInt((int) at + 4) == CODESTREAM_BOX && word(in, (int) at + 8) == 0xff4f) {
                return (int) at + 8;
            }
            if (length < 8) {
                break;
            }
            at += length;
        }
        throw new BadBlock("it does not begin as JPEG 2000 does");
    }

    private static Jpeg2000Header size(ByteBuffer in, int start) throws BadBlock {
        int at = start + 2;
        if (word(in, at) != SIZE || at + 41 > in.capacity()) {
            throw new BadBlock("its JPEG 2000 stream has no size header");
        }
        long[] numbers = new long[8];
        for (int i = 0; i < 8; i++) {
            numbers[i] = Integer.toUnsignedLong(in.getInt(at + 6 + 4 * i));
        }
        long width = numbers[0] - numbers[2];
        long height = numbers[1] - numbers[3];
        int components = word(in, at + 38);
        if (width < 1 || height < 1 || components < 1 || at + 40 + 3 * components > in.capacity()) {
            throw new BadBlock(
                    "its JPEG 2000 stream claims %d × %d pixels of %d components".formatted(width, height, components));
        }
        checkTiles(numbers, width, height);
        return new Jpeg2000Header(start, width, height, components, bits(in, at + 40, components));
    }

    private static void checkTiles(long[] numbers, long width, long height) throws BadBlock {
        long tileWidth = numbers[4];
        long tileHeight = numbers[5];
        if (tileWidth < 1 || tileHeight < 1) {
            throw new BadBlock("its JPEG 2000 stream has empty tiles");
        }
        boolean small = tileWidth * tileHeight < Math.min(LEAST_TILE_PIXELS, width * height);
        if (small || (width / tileWidth + 1) * (height / tileHeight + 1) > MOST_TILES) {
            throw new UnsupportedBlock("JPEG 2000 in tiles of %d × %d pixels".formatted(tileWidth, tileHeight));
        }
    }

    private static int bits(ByteBuffer in, int at, int components) throws BadBlock {
        int depth = in.get(at) & 0xff;
        for (int i = 0; i < components; i++) {
            if ((in.get(at + 3 * i) & 0xff) != depth || in.get(at + 3 * i + 1) != 1 || in.get(at + 3 * i + 2) != 1) {
                throw new UnsupportedBlock("JPEG 2000 with components of different size or depth");
            }
        }
        if (depth >= 16) {
            throw new UnsupportedBlock("JPEG 2000 of signed samples, or of more than 16 bits");
        }
        return depth + 1;
    }

    private static void checkPrecincts(ByteBuffer in, int at, int marker, int components) throws BadBlock {
        int component = marker == COMPONENT_STYLE ? components < 257 ? 1 : 2 : 0;
        int style = at + 4 + component;
        int sizes = style + (marker == COMPONENT_STYLE ? 6 : 10);
        int end = at + 2 + word(in, at + 2);
        if (end > in.capacity() || style >= end) {
            throw new BadBlock("its JPEG 2000 stream ends inside its header");
        }
        for (int i = sizes; (in.get(style) & 1) == 1 && i < end; i++) {
            int exponents = in.get(i) & 0xff;
            if ((exponents & 15) < LEAST_PRECINCT_EXPONENT || exponents >> 4 < LEAST_PRECINCT_EXPONENT) {
                throw new UnsupportedBlock("JPEG 2000 with precincts of less than 8 pixels");
            }
        }
    }

    private static void walkTileParts(ByteBuffer in, int first) throws BadBlock {
        int at = first;
        while (word(in, at) == TILE_PART && at + 14 <= in.capacity()) {
            long length = Integer.toUnsignedLong(in.getInt(at + 6));
            if (length == 0) { // up to the end of the data, which only the last tile-part may say
                checkPackets(in, at + 12, in.capacity() - 2);
                return;
            }
            if (length < 14 || length > in.capacity() - 2 - at) {
                break;
            }
            checkPackets(in, at + 12, at + (int) length);
            at += (int) length;
        }
        if (word(in, at) != END) {
            throw new BadBlock("its JPEG 2000 stream ends too early");
        }
    }

    /**
     * After FF comes nothing above 8F in packets (T.800 A.1), only the two markers between them; jj2000 takes FF FF in a packet's header for
     * ones without an end.
     */
    private static void checkPackets(ByteBuffer in, int header, int end) throws BadBlock {
        int at = header;
        while (word(in, at) != START_OF_DATA) {
            int length = word(in, at + 2);
            if (length < 2 || at + 2 + length >= end) {
                throw new BadBlock("its JPEG 2000 tile header is damaged at byte " + at);
            }
            at += 2 + length;
        }
        for (int i = at + 2; i < end - 1; i++) {
            int next = in.get(i + 1) & 0xff;
            if (in.get(i) == (byte) 0xff && next > 0x8f && next != START_OF_PACKET && next != END_OF_HEADER) {
                throw new BadBlock("its JPEG 2000 packets are damaged at byte " + i);
            }
        }
    }

    private static int word(ByteBuffer in, int at) throws BadBlock {
        if (at < 0 || at + 2 > in.capacity()) {
            throw new BadBlock("its JPEG 2000 stream ends inside its header");
        }
        return in.getShort(at) & 0xffff;
    }
}
