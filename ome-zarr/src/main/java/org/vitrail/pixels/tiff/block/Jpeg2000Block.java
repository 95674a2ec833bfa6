package org.vitrail.pixels.tiff.block;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReader;
import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;
import java.awt.image.Raster;
import java.io.IOException;
import org.vitrail.pixels.tiff.block.BlockDecoder.BadBlock;

/** Decodes a strip or tile that is a JPEG 2000 stream, through jj2000. ITU-T T.800; Aperio's numbers 33003 and 33005. */
public final class Jpeg2000Block {

    private static final J2KImageReaderSpi DECODER = new J2KImageReaderSpi();

    private Jpeg2000Block() {}

    /**
     * Little-endian samples, row by row, of one or two bytes each.
     *
     * @param ycc true when the components are YCbCr without the stream's own transform (33003), which becomes RGB
     */
    public static byte[] decode(byte[] block, int sampleBytes, boolean ycc, JpegBlock.Wanted wanted) throws BadBlock {
        Jpeg2000Header header = Jpeg2000Header.of(block);
        boolean fits = header.width() == wanted.width()
                && (header.height() == wanted.rows() || wanted.lastStrip() && header.height() > wanted.rows())
                && header.height() <= 4L * wanted.rows() + 4096;
        if (!fits || header.components() != wanted.samples() || header.bits() > 8 * sampleBytes) {
            throw new BadBlock(
                    "its JPEG 2000 stream has %d × %d pixels of %d components of %d bits instead of %d × %d of %d"
                            .formatted(
                                    header.width(),
                                    header.height(),
                                    header.components(),
                                    header.bits(),
                                    wanted.width(),
                                    wanted.rows(),
                                    wanted.samples()));
        }
        byte[] samples = samples(raster(block, header), sampleBytes, wanted);
        if (ycc && wanted.samples() == 3 && sampleBytes == 1) {
            YCbCr.toRgb(samples);
        }
        return samples;
    }

    private static Raster raster(byte[] block, Jpeg2000Header header) throws BadBlock {
        J2KImageReader reader = new J2KImageReader(DECODER);
        try (BudgetedStream in = new BudgetedStream(block, header.start())) {
            reader.setInput(in, true, true);
            Raster raster = reader.readRaster(0, null);
            if (raster.getWidth() != header.width()
                    || raster.getHeight() != header.height()
                    || raster.getNumBands() != header.components()) {
                throw new BadBlock("its JPEG 2000 stream decodes to another size than it declares");
            }
            return raster;
        } catch (IOException | RuntimeException | Error damaged) {
            if (damaged instanceof VirtualMachineError fatal) {
                throw fatal;
            }
            // the decoder is not ours: what it throws on damaged data are index errors and its own Error classes too
            throw new BadBlock("its JPEG 2000 stream cannot be decoded (" + damaged.getMessage() + ")");
        } finally {
            reader.dispose();
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
