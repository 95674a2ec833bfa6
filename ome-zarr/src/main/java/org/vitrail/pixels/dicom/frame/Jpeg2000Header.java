package org.vitrail.pixels.dicom.frame;

import java.nio.ByteBuffer;

/**
 * What a JPEG 2000 codestream says of its size. ISO/IEC 15444-1 §A.5.1 (SIZ).
 *
 * @param columns width
 * @param rows height
 * @param samples components of a pixel
 * @param precision bits of a sample
 * @param tiles rectangles that are coded by themselves
 */
record Jpeg2000Header(long columns, long rows, int samples, int precision, long tiles) {

    private static final int MOST_TILES = 65_535;

    /** Pixels of a tile, on average at least. */
    private static final int LEAST_TILE = 256;

    /** Bytes of SOC and of the SIZ segment of one component. */
    private static final int LEAST_BYTES = 2 + 2 + 41;

    static Jpeg2000Header read(byte[] coded) throws BadFrame {
        ByteBuffer in = ByteBuffer.wrap(coded);
        if (coded.length < LEAST_BYTES || in.getInt(0) != 0xff4fff51) {
            throw new BadFrame("it does not begin like a JPEG 2000 codestream");
        }
        int samples = in.getShort(40);
        long columns = u32(in, 8) - u32(in, 16);
        long rows = u32(in, 12) - u32(in, 20);
        long tileColumns = u32(in, 24);
        long tileRows = u32(in, 28);
        if (samples < 1 || samples > 4 || columns < 1 || rows < 1 || tileColumns < 1 || tileRows < 1) {
            throw new BadFrame("its JPEG 2000 codestream has no pixels");
        }
        for (int at = 8; at <= 36; at += 4) {
            if (in.getInt(at) < 0) {
                throw new BadFrame("its JPEG 2000 codestream claims absurd sizes");
            }
        }
        boolean apart = u32(in, 32) > u32(in, 16)
                || u32(in, 36) > u32(in, 20)
                || u32(in, 32) + tileColumns <= u32(in, 16)
                || u32(in, 36) + tileRows <= u32(in, 20);
        long tiles = parts(u32(in, 8) - u32(in, 32), tileColumns) * parts(u32(in, 12) - u32(in, 36), tileRows);
        if (apart || tiles < 1 || tiles > MOST_TILES || tiles > columns * rows / LEAST_TILE + 4) {
            throw new BadFrame("its JPEG 2000 codestream claims " + tiles + " tiles");
        }
        return new Jpeg2000Header(columns, rows, samples, (coded[42] & 0x7f) + 1, tiles);
    }

    private static long parts(long whole, long part) {
        return (whole + part - 1) / part;
    }

    /** Refuses a codestream of another size before anything is allocated for it. */
    void check(PixelLayout layout) throws BadFrame {
        if (rows != layout.rows() || columns != layout.columns() || samples != layout.samples()) {
            throw new BadFrame("its JPEG 2000 codestream has %d × %d pixels of %d samples, the file says %d × %d of %d"
                    .formatted(rows, columns, samples, layout.rows(), layout.columns(), layout.samples()));
        }
        if (precision > 8 * layout.type().bytes()) {
            throw new BadFrame("its JPEG 2000 codestream has %d bits a sample, the file says %d"
                    .formatted(precision, layout.bitsAllocated()));
        }
    }

    private static long u32(ByteBuffer in, int at) {
        return in.getInt(at) & 0xffffffffL;
    }
}
