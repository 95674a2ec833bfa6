package org.vitrail.pixels.dicom.frame;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.vitrail.pixels.UnsupportedImage;

/** JPEG of 8 bits by the JDK's decoder, without its ideas of color: those come from the file. ITU-T T.81, PS3.5 §A.4.1. */
final class JpegDecoder {

    private static final ImageReaderSpi DECODER = decoder();

    private JpegDecoder() {}

    /** The JDK's own reader, whatever other plug-ins are installed. */
    private static ImageReaderSpi decoder() {
        return IIORegistry.getDefaultInstance()
                .getServiceProviders(
                        ImageReaderSpi.class,
                        spi -> spi.getClass().getName().equals("com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi"),
                        false)
                .next();
    }

    /** Planes of samples, in red, green and blue where there are three. */
    static byte[] decode(byte[] coded, PixelLayout layout) throws BadFrame, IOException {
        JpegHeader header = JpegHeader.read(coded);
        if (header.precision() != 8) {
            throw new UnsupportedImage(
                    "DICOM file %s is compressed with JPEG of %d bits; lossy JPEG is read with 8. Export it uncompressed, or as JPEG 2000."
                            .formatted(layout.file(), header.precision()));
        }
        header.check(layout);
        header.checkLossy(coded);
        if (layout.samples() == 3 && layout.bitsAllocated() != 8) {
            throw new BadFrame("its JPEG has colors of 8 bits, the file says " + layout.bitsAllocated());
        }
        Raster raster = raster(coded, layout);
        if (raster.getNumBands() != layout.samples()
                || raster.getWidth() != layout.columns()
                || raster.getHeight() != layout.rows()) {
            throw new BadFrame("its JPEG has another size than the file says");
        }
        byte[] planes = planes(raster, layout);
        if (layout.samples() == 3 && isYbr(header, layout)) {
            YbrColors.convertPlanes(planes);
        }
        return planes;
    }

    private static Raster raster(byte[] coded, PixelLayout layout) throws BadFrame, IOException {
        boolean[] madeUp = new boolean[1];
        ImageReader reader = DECODER.createReaderInstance();
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(coded))) {
            reader.addIIOReadWarningListener((source, text) -> madeUp[0] |= !isHarmless(text));
            reader.setInput(stream, true, true);
            if (reader.getWidth(0) != layout.columns() || reader.getHeight(0) != layout.rows()) {
                throw new BadFrame("its JPEG says two sizes");
            }
            Raster raster = reader.readRaster(0, null);
            if (madeUp[0]) {
                throw new BadFrame("its JPEG is damaged or cut off");
            }
            return raster;
        } catch (IOException | RuntimeException damaged) {
            throw new BadFrame("its JPEG is damaged (" + damaged.getMessage() + ")");
        } finally {
            reader.dispose();
        }
    }

    /** Other warnings mean that the decoder made pixels up. */
    private static boolean isHarmless(String warning) {
        String text = String.valueOf(warning).toLowerCase(Locale.ROOT);
        return text.contains("extraneous") || text.contains("adobe") || text.contains("jfif") || text.contains("icc");
    }

    private static byte[] planes(Raster raster, PixelLayout layout) {
        int bytes = layout.type().bytes();
        int pixels = (int) layout.pixels();
        byte[] planes = new byte[(int) layout.decodedBytes()];
        int[] row = new int[layout.columns()];
        for (int sample = 0; sample < layout.samples(); sample++) {
            for (int y = 0; y < layout.rows(); y++) {
                raster.getSamples(raster.getMinX(), raster.getMinY() + y, layout.columns(), 1, sample, row);
                int at = (sample * pixels + y * layout.columns()) * bytes;
                for (int x = 0; x < row.length; x++) {
                    planes[at + x * bytes] = (byte) row[x];
                }
            }
        }
        return planes;
    }

    /** What the codestream says of its colors counts before the file, which often says RGB of what JPEG made YCbCr. */
    private static boolean isYbr(JpegHeader header, PixelLayout layout) {
        if (header.adobeTransform() >= 0) {
            return header.adobeTransform() == 1;
        }
        return header.isJfif() || header.isSubsampled() || layout.isYbr() && !header.namesRgb();
    }
}
