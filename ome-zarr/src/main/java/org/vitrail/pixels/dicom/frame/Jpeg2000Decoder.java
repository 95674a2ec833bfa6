package org.vitrail.pixels.dicom.frame;

import java.awt.image.Raster;
import org.vitrail.pixels.jpeg2000.BadCodestream;
import org.vitrail.pixels.jpeg2000.Codestream;
import org.vitrail.pixels.jpeg2000.CodestreamDecoder;
import org.vitrail.pixels.jpeg2000.UnsupportedCodestream;

/** JPEG 2000 codestreams by the JJ2000 decoder; sizes are checked before it sees them. ISO/IEC 15444-1, PS3.5 §A.4.4. */
final class Jpeg2000Decoder {

    private Jpeg2000Decoder() {}

    /** Planes of little-endian samples, in red, green and blue where there are three. */
    static byte[] decode(byte[] coded, PixelLayout layout) throws BadFrame {
        try {
            Codestream codestream = Codestream.of(coded);
            check(codestream, layout);
            byte[] planes = planes(CodestreamDecoder.decode(coded, codestream), layout);
            if (layout.isYbr() && layout.samples() == 3 && layout.type().bytes() == 1 && !codestream.transformed()) {
                YbrColors.convertPlanes(planes);
            }
            return planes;
        } catch (UnsupportedCodestream kind) {
            throw new BadFrame("it holds %s, which is not read".formatted(kind.getMessage()));
        } catch (BadCodestream bad) {
            throw new BadFrame(bad.getMessage());
        }
    }

    /** Refuses a codestream of another size before anything is allocated for it. */
    private static void check(Codestream codestream, PixelLayout layout) throws BadFrame {
        if (codestream.height() != layout.rows()
                || codestream.width() != layout.columns()
                || codestream.components() != layout.samples()) {
            throw new BadFrame("its JPEG 2000 codestream has %d × %d pixels of %d samples, the file says %d × %d of %d"
                    .formatted(
                            codestream.height(),
                            codestream.width(),
                            codestream.components(),
                            layout.rows(),
                            layout.columns(),
                            layout.samples()));
        }
        if (codestream.bits() > 8 * layout.type().bytes()) {
            throw new BadFrame("its JPEG 2000 codestream has %d bits a sample, the file says %d"
                    .formatted(codestream.bits(), layout.bitsAllocated()));
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
