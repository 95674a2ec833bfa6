package org.vitrail.pixels.tiff.page;

import java.io.IOException;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.tiff.block.BlockDecoder.BadBlock;
import org.vitrail.pixels.tiff.block.Jpeg2000Block;
import org.vitrail.pixels.tiff.block.JpegBlock;
import org.vitrail.pixels.tiff.file.Ifd;
import org.vitrail.pixels.tiff.file.Tag;
import org.vitrail.pixels.tiff.file.TiffFile;

/** Blocks that are pictures of their own, with sizes and colors in their own headers. Adobe TIFF Technical Note 2. */
final class PictureBlocks {

    static final String ADVICE = "Save the file with LZW, deflate or 8-bit baseline JPEG.";

    private static final int JPEG = 7;
    private static final int APERIO_YCC = 33003;
    private static final long Y_CB_CR = 6;

    /** Four tables of each kind are the most that T.81 B.2.4 allows, with room for comments; they are read for each block. */
    private static final int MOST_TABLE_BYTES = 1 << 16;

    private PictureBlocks() {}

    static boolean isPicture(int compression) {
        return switch (compression) {
            case JPEG, APERIO_YCC, 33004, 33005, 34712 -> true;
            default -> false;
        };
    }

    /** Refuses pages whose samples such blocks cannot hold. */
    static void check(TiffFile file, Ifd page, PageLayout layout) throws IOException {
        if (!isPicture(layout.compression())) {
            return;
        }
        if (page.count(Tag.JPEG_TABLES) > MOST_TABLE_BYTES) {
            throw file.broken("it claims JPEGTables of " + page.count(Tag.JPEG_TABLES) + " bytes", page.offset());
        }
        int samples = layout.blockSamples();
        boolean splitColor = !layout.chunky() && page.number(Tag.PHOTOMETRIC, 1) == Y_CB_CR;
        boolean depth =
                layout.type() == PixelType.UINT8 || layout.type() == PixelType.UINT16 && layout.compression() != JPEG;
        if (!depth || samples != 1 && samples != 3 || splitColor) {
            throw new UnsupportedImage(
                    "TIFF file %s holds JPEG of %d samples of %s a pixel, %s; gray and RGB or YCbCr of 8 bits are read. %s"
                            .formatted(
                                    file.name(),
                                    layout.samples(),
                                    layout.type().numpyName(),
                                    layout.chunky() ? "side by side" : "in planes",
                                    ADVICE));
        }
    }

    /** Little-endian samples of the block, row by row. */
    static byte[] decode(Ifd page, PageLayout layout, long blockRow, byte[] in) throws BadBlock, IOException {
        int rows = layout.rowsOf(blockRow);
        boolean last = !layout.tiled() && blockRow == layout.blocksDown() - 1;
        JpegBlock.Wanted wanted = new JpegBlock.Wanted(layout.blockWidth(), rows, layout.blockSamples(), last);
        if (layout.compression() != JPEG) {
            boolean ycc = layout.compression() == APERIO_YCC;
            return Jpeg2000Block.decode(in, layout.type().bytes(), ycc, wanted);
        }
        int photometric = (int) page.number(Tag.PHOTOMETRIC, 1);
        return JpegBlock.decode(in, page.bytes(Tag.JPEG_TABLES), photometric, wanted);
    }
}
