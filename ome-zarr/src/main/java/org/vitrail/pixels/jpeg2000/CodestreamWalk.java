package org.vitrail.pixels.jpeg2000;

/**
 * Walks the headers of a codestream before a decoder sees it: all tile-parts have to be there, and what they make a decoder allocate has
 * to stand in a relation to the pixels. ISO/IEC 15444-1 §A.4.2 (SOT), §A.6.1 (COD), §A.6.2 (COC).
 */
final class CodestreamWalk {

    private static final int START_OF_TILE = 0xff90;
    private static final int START_OF_DATA = 0xff93;
    private static final int END = 0xffd9;
    private static final int CODING = 0xff52;
    private static final int COMPONENT_CODING = 0xff53;

    /** The decoder reads beyond the end of packed headers for ever where they are damaged. */
    private static final int PACKED_MAIN = 0xff60;

    private static final int PACKED_TILE = 0xff61;

    /** Code blocks and precincts of one component, times layers, at most; a decoder keeps some bytes for each. */
    private static final long MOST_PARTS = 1L << 21;

    private final byte[] coded;
    private final Codestream header;
    private boolean transformed;
    private boolean described;
    private int layers = 1;

    private CodestreamWalk(byte[] coded, Codestream header) {
        this.coded = coded;
        this.header = header;
    }

    /** True when colors are YCbCr inside, which every decoder makes RGB. */
    static boolean check(byte[] coded, Codestream header) throws BadCodestream {
        CodestreamWalk markers = new CodestreamWalk(coded, header);
        int at = markers.segments(header.start() + 2);
        if (!markers.described) {
            throw new BadCodestream("its JPEG 2000 codestream does not say how it is coded");
        }
        markers.tileParts(at);
        return markers.transformed;
    }

    /** Goes through segments up to a tile-part or its data; where that marker is. */
    private int segments(int from) throws BadCodestream {
        int at = from;
        while (true) {
            int marker = u16(at);
            if (marker == START_OF_TILE || marker == START_OF_DATA) {
                return at;
            }
            int length = u16(at + 2);
            if (marker < 0xff00 || length < 2) {
                throw new BadCodestream("its JPEG 2000 codestream has a damaged header at byte " + at);
            }
            if (marker == PACKED_MAIN || marker == PACKED_TILE) {
                throw new UnsupportedCodestream("JPEG 2000 with packed packet headers");
            }
            if (marker == CODING) {
                coding(at, length);
            } else if (marker == COMPONENT_CODING) {
                parts(
                        at + 2 + (header.components() < 257 ? 4 : 5),
                        coded(at + 2 + (header.components() < 257 ? 3 : 4)));
            }
            at += 2 + length;
        }
    }

    private void coding(int at, int length) throws BadCodestream {
        if (length < 12) {
            throw new BadCodestream("its JPEG 2000 codestream does not say how it is coded");
        }
        layers = u16(at + 6);
        transformed |= coded(at + 8) == 1;
        described = true;
        parts(at + 9, coded(at + 4));
    }

    /** @param at of the number of decompositions @param style lowest bit set when precincts have sizes */
    private void parts(int at, int style) throws BadCodestream {
        int levels = coded(at);
        int blockWidth = coded(at + 1) + 2;
        int blockHeight = coded(at + 2) + 2;
        if (levels > 32 || blockWidth > 10 || blockHeight > 10 || blockWidth + blockHeight > 12) {
            throw new BadCodestream("its JPEG 2000 codestream has impossible sizes of code blocks");
        }
        long parts = area(blockWidth, blockHeight) * layers + header.tiles() * (levels + 1L) * 3;
        for (int level = 0; level <= levels && (style & 1) == 1; level++) {
            int size = coded(at + 5 + level);
            parts += area(Math.min(30, (size & 15) + levels - level), Math.min(30, (size >> 4) + levels - level));
        }
        if (parts * header.components() > MOST_PARTS + header.width() * header.height() / 16) {
            throw new BadCodestream("its JPEG 2000 codestream claims " + parts + " code blocks, precincts and layers");
        }
    }

    private long area(int widthBits, int heightBits) {
        return ((header.width() >> widthBits) + 1) * ((header.height() >> heightBits) + 1);
    }

    private void tileParts(int from) throws BadCodestream {
        int at = from;
        while (u16(at) == START_OF_TILE) {
            long length = (long) u16(at + 6) << 16 | u16(at + 8);
            int data = segments(at + 12);
            if (u16(data) != START_OF_DATA || length > coded.length - at || length != 0 && length < data + 2 - at) {
                throw new BadCodestream(
                        "its JPEG 2000 codestream ends in a tile-part, or a tile-part has a damaged header");
            }
            at = length == 0 ? coded.length : at + (int) length;
            data(data + 2, at, length == 0);
            if (at > coded.length - 2) {
                return;
            }
        }
        if (u16(at) != END) {
            throw new BadCodestream(
                    "its JPEG 2000 codestream ends too early: no tile-part and no end stand at byte " + at);
        }
    }

    /**
     * Coded data never hold FF with a byte above 8F, other than markers of packets (§A.8) and of the end (§B.10.1); the decoder goes round
     * for ever where two FF follow each other.
     *
     * @param open true for a tile-part that goes up to the end, wherever that is
     */
    private void data(int from, int end, boolean open) throws BadCodestream {
        for (int at = from; at < end - 1; at++) {
            int next = coded[at + 1] & 0xff;
            if (coded[at] == (byte) 0xff && next > 0x8f && next != 0x91 && next != 0x92) {
                if (open && next == (END & 0xff)) {
                    return;
                }
                throw new BadCodestream("its JPEG 2000 codestream has impossible data at byte " + at);
            }
        }
    }

    private int coded(int at) throws BadCodestream {
        if (at < 0 || at >= coded.length) {
            throw new BadCodestream("its JPEG 2000 codestream is cut off");
        }
        return coded[at] & 0xff;
    }

    private int u16(int at) throws BadCodestream {
        return coded(at) << 8 | coded(at + 1);
    }
}
