package org.vitrail.pixels.dicom.frame;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;
import java.awt.image.Raster;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import jj2000.j2k.NotImplementedError;

/** JPEG 2000 codestreams by the JJ2000 decoder; sizes are checked before it sees them. ISO/IEC 15444-1, PS3.5 §A.4.4. */
final class Jpeg2000Decoder {

    private Jpeg2000Decoder() {}

    /** Planes of little-endian samples, in red, green and blue where there are three. */
    static byte[] decode(byte[] coded, PixelLayout layout) throws BadFrame {
        Jpeg2000Header header = Jpeg2000Header.read(coded);
        header.check(layout);
        boolean transformed = Jpeg2000Markers.check(coded, header);
        Raster raster = raster(coded);
        if (raster.getNumBands() != layout.samples()
                || raster.getWidth() != layout.columns()
                || raster.getHeight() != layout.rows()) {
            throw new BadFrame("its JPEG 2000 codestream has another size than the file says");
        }
        byte[] planes = planes(raster, layout);
        if (layout.isYbr() && layout.samples() == 3 && layout.type().bytes() == 1 && !transformed) {
            YbrColors.convertPlanes(planes);
        }
        return planes;
    }

    private static Raster raster(byte[] coded) throws BadFrame {
        ImageReader reader = null;
        try (ImageInputStream stream = new CodedStream(coded)) {
            reader = new J2KImageReaderSpi().createReaderInstance();
            reader.setInput(stream, true, true);
            return reader.readRaster(0, null);
        } catch (IOException | RuntimeException | NotImplementedError damaged) {
            throw new BadFrame("its JPEG 2000 codestream is damaged (" + damaged.getMessage() + ")");
        } catch (OutOfMemoryError tooMuch) {
            // what is allocated for a damaged header cannot be foreseen in full; it is free again here
            throw new BadFrame("its JPEG 2000 codestream needs more memory than its size allows");
        } finally {
            if (reader != null) {
                reader.dispose();
            }
        }
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
                    put(planes, at + x * bytes, bytes, row[x]);
                }
            }
        }
        return planes;
    }

    private static void put(byte[] planes, int at, int bytes, int value) {
        for (int b = 0; b < bytes; b++) {
            planes[at + b] = (byte) (value >> (8 * b));
        }
    }
}
