package org.vitrail.pixels.tiff.block;

import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.vitrail.pixels.tiff.block.BlockDecoder.BadBlock;

/**
 * Decodes a strip or tile that is a JPEG stream. Adobe TIFF Technical Note 2 (compression 7, JPEGTables); ITU-T T.81. The JDK's decoder
 * gives the components, the color transform is done here, because the TIFF's photometric interpretation decides it.
 */
public final class JpegBlock {

    private static final ImageReaderSpi DECODER = decoder();

    private JpegBlock() {}

    /** What a block must be. @param rows at least; a file's last strip may hold more */
    public record Wanted(int width, int rows, int samples, boolean lastStrip) {}

    /** The JDK's own reader, whatever other plug-ins are installed. */
    private static ImageReaderSpi decoder() {
        var all = IIORegistry.getDefaultInstance()
                .getServiceProviders(
                        ImageReaderSpi.class,
                        spi -> spi.getClass().getName().equals("com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi"),
                        false);
        return all.next();
    }

    /**
     * Rows of {@code width·samples} bytes.
     *
     * @param tables the page's JPEGTables, or empty
     * @param photometric 6 for YCbCr, which becomes RGB; 2 for RGB; else the stream's own markers decide for three samples
     */
    public static byte[] decode(byte[] block, byte[] tables, int photometric, Wanted wanted) throws BadBlock {
        byte[] stream = tables.length == 0 ? block : joined(tables, block);
        JpegHeader header = JpegHeader.of(stream);
        boolean fits = header.width() == wanted.width
                && (header.height() == wanted.rows || wanted.lastStrip && header.height() > wanted.rows);
        if (!fits || header.components() != wanted.samples || header.height() > 4L * wanted.rows + 4096) {
            throw new BadBlock("its JPEG stream has %d × %d pixels of %d components instead of %d × %d of %d"
                    .formatted(
                            header.width(),
                            header.height(),
                            header.components(),
                            wanted.width,
                            wanted.rows,
                            wanted.samples));
        }
        byte[] samples = components(stream, header);
        if (header.sampling().fullColumns() && header.sampling().halvedRows()) {
            ChromaRows.smooth(samples, header.width(), header.height());
        }
        boolean ycc = photometric == 6 || photometric != 2 && header.saysYcc();
        if (wanted.samples == 3 && ycc) {
            YCbCr.toRgb(samples);
        }
        int bytes = wanted.width * wanted.rows * wanted.samples;
        return samples.length == bytes ? samples : java.util.Arrays.copyOf(samples, bytes);
    }

    /** Tables without their end, then the stream without its start. */
    private static byte[] joined(byte[] tables, byte[] block) throws BadBlock {
        if (tables.length < 4 || tables[0] != (byte) 0xff || tables[1] != (byte) 0xd8) {
            throw new BadBlock("its JPEGTables do not begin as JPEG does");
        }
        boolean ended = tables[tables.length - 2] == (byte) 0xff && tables[tables.length - 1] == (byte) 0xd9;
        int head = ended ? tables.length - 2 : tables.length;
        if (block.length < 2 || block[0] != (byte) 0xff || block[1] != (byte) 0xd8) {
            throw new BadBlock("it does not begin as JPEG does");
        }
        byte[] joined = java.util.Arrays.copyOf(tables, head + block.length - 2);
        System.arraycopy(block, 2, joined, head, block.length - 2);
        return joined;
    }

    private static byte[] components(byte[] stream, JpegHeader header) throws BadBlock {
        String[] warning = new String[1];
        try {
            ImageReader reader = DECODER.createReaderInstance();
            try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(stream))) {
                reader.addIIOReadWarningListener((source, text) -> warning[0] = isHarmless(text) ? warning[0] : text);
                reader.setInput(in, true, true);
                if (reader.getWidth(0) != header.width() || reader.getHeight(0) != header.height()) {
                    throw new BadBlock("its JPEG stream declares two sizes");
                }
                Raster raster = reader.readRaster(0, null);
                if (warning[0] != null) {
                    throw new BadBlock("its JPEG stream is damaged (" + warning[0] + ")");
                }
                return bytes(raster, header);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException damaged) {
            // the decoder is not ours: what it throws on damaged data is not only IIOException
            throw new BadBlock("its JPEG stream cannot be decoded (" + damaged.getMessage() + ")");
        }
    }

    /** Bytes between segments change no pixel; all other warnings mean that some were made up. */
    private static boolean isHarmless(String warning) {
        String text = String.valueOf(warning).toLowerCase(Locale.ROOT);
        return text.contains("extraneous") || text.contains("adobe") || text.contains("jfif") || text.contains("icc");
    }

    private static byte[] bytes(Raster raster, JpegHeader header) throws BadBlock {
        boolean plain = raster.getSampleModel() instanceof PixelInterleavedSampleModel model
                && model.getPixelStride() == header.components()
                && model.getScanlineStride() == header.components() * header.width()
                && raster.getHeight() == header.height();
        if (!plain || !(raster.getDataBuffer() instanceof DataBufferByte buffer)) {
            throw new BadBlock("its JPEG stream decodes to samples of another layout");
        }
        return buffer.getData();
    }
}
