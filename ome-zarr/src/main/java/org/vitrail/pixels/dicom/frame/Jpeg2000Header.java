package org.vitrail.pixels.dicom.frame;

import java.nio.ByteBuffer;

/**
 * What a JPEG 2000 codestream says before its first tile. ISO/IEC 15444-1 §A.5.1 (SIZ), §A.6.1 (COD).
 *
 * @param columns width
 * @param rows height
 * @param samples components of a pixel
 * @param precision bits of a sample
 * @param isSigned true for signed samples
 * @param isTransformed true when colors are YCbCr inside and are made RGB by every decoder
 */
record Jpeg2000Header(long columns, long rows, int samples, int precision, boolean isSigned, boolean isTransformed) {

    private static final int MOST_TILES = 65_535;

    static Jpeg2000Header read(byte[] coded) throws BadFrame {
        ByteBuffer in = ByteBuffer.wrap(coded);
        if (coded.length < 51 || in.getInt(0) != 0xff4fff51) {
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
        long tiles = ((u32(in, 8) + tileColumns - 1) / tileColumns) * ((u32(in, 12) + tileRows - 1) / tileRows);
        if (u32(in, 16) > columns || u32(in, 20) > rows || tiles < 1 || tiles > MOST_TILES) {
            throw new BadFrame("its JPEG 2000 codestream claims " + tiles + " tiles");
        }
        int depth = coded[42] & 0xff;
        return new Jpeg2000Header(columns, rows, samples, (depth & 0x7f) + 1, depth > 0x7f, transformed(in, coded));
    }

    private static boolean transformed(ByteBuffer in, byte[] coded) throws BadFrame {
        int at = 2;
        while (at + 12 < coded.length) {
            int marker = in.getShort(at) & 0xffff;
            int length = in.getShort(at + 2) & 0xffff;
            if (marker == 0xff52) {
                if (coded[at + 9] > 32) {
                    throw new BadFrame("its JPEG 2000 codestream claims " + coded[at + 9] + " resolutions");
                }
                return coded[at + 8] == 1;
            }
            if (marker < 0xff00 || marker == 0xff90 || length < 2) {
                break;
            }
            at += 2 + length;
        }
        throw new BadFrame("its JPEG 2000 codestream does not say how it is coded");
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
