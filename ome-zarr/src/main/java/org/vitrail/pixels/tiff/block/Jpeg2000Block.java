package org.vitrail.pixels.tiff.block;

import java.awt.image.Raster;
import org.vitrail.pixels.jpeg2000.BadCodestream;
import org.vitrail.pixels.jpeg2000.Codestream;
import org.vitrail.pixels.jpeg2000.CodestreamDecoder;
import org.vitrail.pixels.jpeg2000.UnsupportedCodestream;
import org.vitrail.pixels.tiff.block.BlockDecoder.BadBlock;
import org.vitrail.pixels.tiff.block.BlockDecoder.UnsupportedBlock;

/** Decodes a strip or tile that is a JPEG 2000 stream, through jj2000. ITU-T T.800; Aperio's numbers 33003 and 33005. */
public final class Jpeg2000Block {

    private Jpeg2000Block() {}

    /**
     * Little-endian samples, row by row, of one or two bytes each.
     *
     * @param ycc true when the components are YCbCr without the stream's own transform (33003), which becomes RGB
     */
    public static byte[] decode(byte[] block, int sampleBytes, boolean ycc, JpegBlock.Wanted wanted) throws BadBlock {
        try {
            Codestream codestream = Codestream.of(block);
            check(codestream, sampleBytes, wanted);
            byte[] samples = samples(CodestreamDecoder.decode(block, codestream), sampleBytes, wanted);
            if (ycc && wanted.samples() == 3 && sampleBytes == 1) {
                YCbCr.toRgb(samples);
            }
            return samples;
        } catch (UnsupportedCodestream kind) {
            throw new UnsupportedBlock(kind.getMessage());
        } catch (BadCodestream bad) {
            throw new BadBlock(bad.getMessage());
        }
    }

    private static void check(Codestream codestream, int sampleBytes, JpegBlock.Wanted wanted) throws BadBlock {
        if (!codestream.uniform()) {
            throw new UnsupportedBlock("JPEG 2000 with components of different size or depth");
        }
        if (codestream.signed() || codestream.bits() > 16) {
            throw new UnsupportedBlock("JPEG 2000 of signed samples, or of more than 16 bits");
        }
        boolean fits = codestream.width() == wanted.width()
                && (codestream.height() == wanted.rows() || wanted.lastStrip() && codestream.height() > wanted.rows())
                && codestream.height() <= 4L * wanted.rows() + 4096;
        if (!fits || codestream.components() != wanted.samples() || codestream.bits() > 8 * sampleBytes) {
            throw new BadBlock(
                    "its JPEG 2000 codestream has %d × %d pixels of %d components of %d bits instead of %d × %d of %d"
                            .formatted(
                                    codestream.width(),
                                    codestream.height(),
                                    codestream.components(),
                                    codestream.bits(),
                                    wanted.width(),
                                    wanted.rows(),
                                    wanted.samples()));
        }
    }

    private static byte[] samples(Raster raster, int sampleBytes, JpegBlock.Wanted wanted) {
        int perRow = wanted.width() * wanted.samples();
        byte[] samples = new byte[perRow * wanted.rows() * sampleBytes];
        int[] row = new int[perRow];
        int at = 0;
        for (int y = 0; y < wanted.rows(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, wanted.width(), 1, row);
            for (int value : row) {
                samples[at++] = (byte) value;
                if (sampleBytes == 2) {
                    samples[at++] = (byte) (value >>> 8);
                }
            }
        }
        return samples;
    }
}
