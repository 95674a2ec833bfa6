package org.vitrail.pixels.raster;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.SampleModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelsException;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.UnsupportedImage;

/** Opens PNG and JPEG pictures. Gray stays one channel, color becomes three; transparency is no pixel data and is left out. */
public final class RasterImages {

    private static final Pattern EXTRANEOUS = Pattern.compile("(\\d{1,18}) extraneous bytes");
    private static final long MOST_BYTES = 256L << 20;

    private RasterImages() {}

    /** True when a file begins as PNG or JPEG does. @param head its first bytes, at least 4 */
    public static boolean looksLike(byte[] head) {
        boolean png = (head[0] & 0xff) == 0x89 && head[1] == 'P' && head[2] == 'N' && head[3] == 'G';
        boolean jpeg = (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xd8 && (head[2] & 0xff) == 0xff;
        return png || jpeg;
    }

    /**
     * Reads the picture, which has to be decoded whole.
     *
     * @throws UnreadableImage when it is damaged
     * @throws UnsupportedImage when its samples need more than 256 MiB or a third of the heap
     */
    public static PixelSource open(Path file) throws IOException {
        return decode(file);
    }

    static RasterPixels decode(Path file) throws IOException {
        try (ImageInputStream stream = stream(file)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new IOException("no picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                List<Long> stray = new ArrayList<>();
                return RasterPixels.of(read(file, reader, stray), name(file), stray);
            } finally {
                reader.dispose();
            }
        } catch (PixelsException refused) {
            throw refused;
        } catch (IOException | RuntimeException bad) {
            // the JDK's readers throw any unchecked exception at damaged pictures
            throw refusal(file, bad);
        }
    }

    private static ImageInputStream stream(Path file) throws IOException {
        return isPng(file) ? PngStream.open(file) : new FileImageInputStream(file.toFile());
    }

    /** True for PNG, false for JPEG. */
    static boolean isPng(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return bytes.read() == 0x89;
        }
    }

    /** @param stray receives how many bytes stand before each marker that no decoder needs */
    private static BufferedImage read(Path file, ImageReader reader, List<Long> stray) throws IOException {
        checkSize(file, reader);
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        BufferedImage picture = reader.read(0);
        for (String warning : warnings) {
            // libjpeg makes up what is missing and only warns; bytes too many between segments are harmless
            if (warning.startsWith("Premature end")
                    || warning.startsWith("Corrupt JPEG data") && !warning.contains("extraneous bytes")) {
                throw new IOException(warning);
            }
            Matcher extraneous = EXTRANEOUS.matcher(warning);
            if (extraneous.find()) {
                stray.add(Long.parseLong(extraneous.group(1)));
            }
        }
        return picture;
    }

    private static PixelsException refusal(Path file, Exception bad) {
        String said = bad.getMessage() == null ? bad.getClass().getSimpleName() : bad.getMessage();
        if (said.startsWith("Unsupported")) {
            return new UnsupportedImage(
                    "Picture %s is of a kind that is not read: %s. Gray and RGB, JPEG with 8 bits, baseline or progressive, are read; save it as TIFF or PNG."
                            .formatted(file.getFileName(), said));
        }
        return new UnreadableImage(
                "Picture %s is damaged: %s. Check that it was copied whole, or save it again."
                        .formatted(file.getFileName(), said),
                bad);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
    }

    private static void checkSize(Path file, ImageReader reader) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        if (!types.hasNext()) {
            throw new UnsupportedImage("Picture %s has colors that are neither gray nor RGB. Save it as RGB."
                    .formatted(file.getFileName()));
        }
        SampleModel samples = types.next().getSampleModel();
        long pixelBytes = (long) samples.getNumBands() * DataBuffer.getDataTypeSize(samples.getDataType()) / 8;
        long limit = Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / 3);
        if (width * height > limit / pixelBytes) {
            throw new UnsupportedImage(
                    "Picture %s has %d × %d pixels; a PNG or JPEG of its kind is read up to %d megapixels. Save it as TIFF."
                            .formatted(file.getFileName(), width, height, limit / pixelBytes / 1_000_000));
        }
    }
}
