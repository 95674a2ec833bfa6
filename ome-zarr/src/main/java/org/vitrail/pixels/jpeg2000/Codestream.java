package org.vitrail.pixels.jpeg2000;

import java.nio.ByteBuffer;

/**
 * What a JPEG 2000 codestream says of itself, once its headers and tile-parts have been walked. ITU-T T.800 §A.5.1 (SIZ), §A.6.1 (COD).
 *
 * @param start of the codestream among the bytes; more than 0 when it stands in a box
 * @param width columns
 * @param height rows
 * @param components samples of a pixel
 * @param bits of a sample of the first component
 * @param signed true when the first component has signed samples
 * @param uniform true when all components have the same depth and size
 * @param tiles rectangles that are coded by themselves
 * @param transformed true when colors are YCbCr inside, which every decoder makes RGB
 */
public record Codestream(
        int start,
        long width,
        long height,
        int components,
        int bits,
        boolean signed,
        boolean uniform,
        long tiles,
        boolean transformed) {

    private static final int START = 0xff4f;
    private static final int SIZE = 0xff51;
    private static final int CODESTREAM_BOX = 0x6a703263;
    private static final int FIRST_COMPONENT = 42;
    /** The decoder makes objects for each tile: many of them, or very small ones, exhaust the memory. */
    private static final int MOST_TILES = 65_535;

    private static final int LEAST_TILE_PIXELS = 256;

    /**
     * Reads the main header and walks the tile-parts, so that a stream that was cut is found out before it is decoded.
     *
     * @param bytes a codestream, or boxes with one in them
     * @throws BadCodestream when it makes no sense or ends too early
     * @throws UnsupportedCodestream for very small tiles and packed packet headers
     */
    public static Codestream of(byte[] bytes) throws BadCodestream {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int start = start(in);
        Codestream size = size(in.slice(start, bytes.length - start), start);
        boolean transformed = CodestreamWalk.check(bytes, size);
        return new Codestream(
                start,
                size.width,
                size.height,
                size.components,
                size.bits,
                size.signed,
                size.uniform,
                size.tiles,
                transformed);
    }

    private static int start(ByteBuffer in) throws BadCodestream {
        if (in.capacity() > 2 && (in.getShort(0) & 0xffff) == START) {
            return 0;
        }
        long at = 0;
        while (at + 10 <= in.capacity()) {
            long length = Integer.toUnsignedLong(in.getInt((int) at));
            if (in.getInt((int) at + 4) == CODESTREAM_BOX && (in.getShort((int) at + 8) & 0xffff) == START) {
                return (int) at + 8;
            }
            if (length < 8) {
                break;
            }
            at += length;
        }
        throw new BadCodestream("it does not begin as JPEG 2000 does");
    }

    private static Codestream size(ByteBuffer in, int start) throws BadCodestream {
        if (in.capacity() < FIRST_COMPONENT + 3 || (in.getShort(2) & 0xffff) != SIZE) {
            throw new BadCodestream("its JPEG 2000 codestream has no size header");
        }
        for (int at = 8; at <= 36; at += 4) {
            if (in.getInt(at) < 0) {
                throw new BadCodestream("its JPEG 2000 codestream claims absurd sizes");
            }
        }
        long width = (long) in.getInt(8) - in.getInt(16);
        long height = (long) in.getInt(12) - in.getInt(20);
        int components = in.getShort(40) & 0xffff;
        if (width < 1 || height < 1 || components < 1 || FIRST_COMPONENT + 3 * components > in.capacity()) {
            throw new BadCodestream("its JPEG 2000 codestream has no pixels");
        }
        int depth = in.get(FIRST_COMPONENT) & 0xff;
        boolean uniform = isUniform(in, components, depth);
        long tiles = tiles(in, width * height);
        return new Codestream(
                start, width, height, components, (depth & 0x7f) + 1, depth > 0x7f, uniform, tiles, false);
    }

    private static boolean isUniform(ByteBuffer in, int components, int depth) {
        for (int at = FIRST_COMPONENT; at < FIRST_COMPONENT + 3 * components; at += 3) {
            if ((in.get(at) & 0xff) != depth || in.get(at + 1) != 1 || in.get(at + 2) != 1) {
                return false;
            }
        }
        return true;
    }

    private static long tiles(ByteBuffer in, long pixels) throws BadCodestream {
        long width = in.getInt(24);
        long height = in.getInt(28);
        if (width < 1 || height < 1) {
            throw new BadCodestream("its JPEG 2000 codestream has empty tiles");
        }
        boolean apart = in.getInt(32) > in.getInt(16)
                || in.getInt(36) > in.getInt(20)
                || in.getInt(32) + width <= in.getInt(16)
                || in.getInt(36) + height <= in.getInt(20);
        long tiles = parts(in.getInt(8) - in.getInt(32), width) * parts(in.getInt(12) - in.getInt(36), height);
        if (apart || tiles < 1) {
            throw new BadCodestream("its JPEG 2000 codestream has tiles beside the picture");
        }
        if (tiles > MOST_TILES || tiles > pixels / LEAST_TILE_PIXELS + 4) {
            throw new UnsupportedCodestream("JPEG 2000 in tiles of %d × %d pixels".formatted(width, height));
        }
        return tiles;
    }

    private static long parts(long whole, long part) {
        return (whole + part - 1) / part;
    }
}
