package org.vitrail.pixels.jpeg2000;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReader;
import com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi;
import java.awt.image.Raster;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/** Decodes codestreams that were checked, by jj2000. ITU-T T.800. */
public final class CodestreamDecoder {

    private static final J2KImageReaderSpi DECODER = new J2KImageReaderSpi();

    private CodestreamDecoder() {}

    /**
     * The samples, in red, green and blue where the stream has a color transform of its own.
     *
     * @param checked what the same bytes say of themselves
     * @throws BadCodestream when they cannot be decoded, or to another size
     */
    public static Raster decode(byte[] bytes, Codestream checked) throws BadCodestream {
        J2KImageReader reader = new J2KImageReader(DECODER);
        try (ImageInputStream in = new CodestreamInput(bytes, checked.start())) {
            reader.setInput(in, true, true);
            Raster raster = reader.readRaster(0, null);
            if (raster.getWidth() != checked.width()
                    || raster.getHeight() != checked.height()
                    || raster.getNumBands() != checked.components()) {
                throw new BadCodestream("its JPEG 2000 codestream decodes to another size than it declares");
            }
            return raster;
        } catch (OutOfMemoryError tooMuch) {
            // what is allocated for a damaged header cannot be foreseen in full; it is free again here
            throw new BadCodestream("its JPEG 2000 codestream needs more memory than its size allows");
        } catch (IOException | RuntimeException | Error damaged) {
            if (damaged instanceof VirtualMachineError fatal && !(damaged instanceof StackOverflowError)) {
                throw fatal;
            }
            // the decoder is not ours: what it throws on damaged data are index errors and its own Error classes too
            throw new BadCodestream("its JPEG 2000 codestream cannot be decoded (" + damaged.getMessage() + ")");
        } finally {
            reader.dispose();
        }
    }
}
