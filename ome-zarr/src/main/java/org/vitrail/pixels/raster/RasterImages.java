package org.vitrail.pixels.raster;

import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SourceMetadata;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.UnsupportedImage;

/** Opens PNG and JPEG pictures. Gray stays one channel, color becomes three; transparency is no pixel data and is left out. */
public final class RasterImages {

    /** Larger pictures are better served by TIFF, which can be read in parts. */
    static final long MOST_BYTES = 256L << 20;

    private RasterImages() {}

    /** True when a file begins as PNG or JPEG does. @param head its first bytes, at least 4 */
    public static boolean looksLike(byte[] head) {
        boolean png = (head[0] & 0xff) == 0x89 && head[1] == 'P' && head[2] == 'N' && head[3] == 'G';
        boolean jpeg = (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xd8 && (head[2] & 0xff) == 0xff;
        return png || jpeg;
    }

    /**
     * Reads the picture.
     *
     * @throws UnreadableImage when it is damaged
     * @throws UnsupportedImage when it is larger than 256 MiB of samples
     */
    public static PixelSource open(Path file) throws IOException {
        try (ImageInputStream stream = new FileImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new IOException("no picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                checkSize(file, reader.getWidth(0), reader.getHeight(0));
                return pixels(file, reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException bad) {
            throw new UnreadableImage(
                    "Picture %s is damaged: %s. Check that it was copied whole, or save it again."
                            .formatted(file.getFileName(), bad.getMessage()),
                    bad);
        }
    }

    private static void checkSize(Path file, long width, long height) {
        if (width * height * 3 > MOST_BYTES) {
            throw new UnsupportedImage(
                    "Picture %s has %d × %d pixels; PNG and JPEG are read up to %d megapixels. Save it as TIFF."
                            .formatted(file.getFileName(), width, height, MOST_BYTES / 3_000_000));
        }
    }

    private static PixelSource pixels(Path file, ImageReader reader) throws IOException {
        RenderedImage image = reader.read(0);
        ColorModel colors = image.getColorModel();
        Raster raster = image.getData();
        boolean deep =
                raster.getDataBuffer().getDataType() == DataBuffer.TYPE_USHORT && !(colors instanceof IndexColorModel);
        int bands = colors.getNumColorComponents();
        if (colors instanceof IndexColorModel palette) {
            bands = isGray(palette) ? 1 : 3;
        }
        PixelType type = deep ? PixelType.UINT16 : PixelType.UINT8;
        ByteBuffer[] planes = new ByteBuffer[bands];
        for (int c = 0; c < bands; c++) {
            planes[c] = plane(raster, colors, c, bands, type);
        }
        PixelShape shape = new PixelShape(1, bands, 1, raster.getHeight(), raster.getWidth());
        SourceMetadata metadata = new SourceMetadata(
                String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", ""),
                bands > 1 ? "cyx" : "yx",
                null,
                null,
                null,
                List.of(),
                bands == 3);
        return new LoadedPixels(shape, type, metadata, planes);
    }

    private static boolean isGray(IndexColorModel palette) {
        for (int i = 0; i < palette.getMapSize(); i++) {
            if (palette.getRed(i) != palette.getGreen(i) || palette.getRed(i) != palette.getBlue(i)) {
                return false;
            }
        }
        return true;
    }

    private static ByteBuffer plane(Raster raster, ColorModel colors, int c, int bands, PixelType type) {
        int width = raster.getWidth();
        ByteBuffer plane =
                ByteBuffer.allocate(width * raster.getHeight() * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        int[] row = new int[width];
        for (int y = 0; y < raster.getHeight(); y++) {
            boolean palette = colors instanceof IndexColorModel;
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, palette ? 0 : c, row);
            for (int value : row) {
                int sample = palette ? component((IndexColorModel) colors, value, c) : value;
                if (type == PixelType.UINT16) {
                    plane.putShort((short) sample);
                } else {
                    plane.put((byte) sample);
                }
            }
        }
        return plane;
    }

    private static int component(IndexColorModel palette, int index, int c) {
        return c == 0 ? palette.getRed(index) : c == 1 ? palette.getGreen(index) : palette.getBlue(index);
    }

    /** A picture in memory, a buffer for each channel. */
    private record LoadedPixels(PixelShape shape, PixelType type, SourceMetadata metadata, ByteBuffer[] planes)
            implements PixelSource {

        @Override
        public void read(int t, int c, int z, long y, long x, int height, int width, byte[] destination) {
            checkRegion(t, c, z, y, x, height, width, destination);
            int rowBytes = width * type.bytes();
            for (int row = 0; row < height; row++) {
                int from = (int) (((y + row) * shape.x() + x) * type.bytes());
                planes[c].get(from, destination, row * rowBytes, rowBytes);
            }
        }

        @Override
        public void close() {}
    }
}
