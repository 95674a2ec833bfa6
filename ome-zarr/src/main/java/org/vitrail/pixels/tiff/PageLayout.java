package org.vitrail.pixels.tiff;

import java.io.IOException;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.UnsupportedImage;

/**
 * How a page's pixels are cut and stored; equal for all pages of an image. TIFF 6.0 §3 (strips), §15 (tiles).
 *
 * @param type of the samples
 * @param width columns
 * @param height rows
 * @param samples per pixel
 * @param chunky true when a block holds all samples of a pixel side by side
 * @param tiled true for tiles, false for strips
 * @param blockWidth columns of a block
 * @param blockHeight rows of a block; the last strip has fewer
 * @param compression its TIFF number
 * @param predictor 1 none, 2 horizontal differences, 3 floating point
 */
record PageLayout(
        PixelType type,
        long width,
        long height,
        int samples,
        boolean chunky,
        boolean tiled,
        int blockWidth,
        int blockHeight,
        int compression,
        int predictor) {

    /** A compressed block is decoded whole: it must leave room for the rest in a small heap. */
    private static final long MOST_BLOCK_BYTES =
            Math.min(256L << 20, Runtime.getRuntime().maxMemory() / 4);

    static PageLayout of(TiffFile file, Ifd page) throws IOException {
        long width = page.number(Tag.IMAGE_WIDTH, 0);
        long height = page.number(Tag.IMAGE_LENGTH, 0);
        if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw file.broken("it claims a size of " + width + " × " + height + " pixels", page.offset());
        }
        boolean tiled = page.has(Tag.TILE_OFFSETS);
        long rows = Math.min(height, Math.max(1, page.number(Tag.ROWS_PER_STRIP, height)));
        long samples = page.number(Tag.SAMPLES_PER_PIXEL, 1);
        if (samples < 1 || samples > 4096) {
            throw file.broken("it claims " + samples + " samples a pixel", page.offset());
        }
        long blockWidth = tiled ? page.number(Tag.TILE_WIDTH, 0) : width;
        long blockHeight = tiled ? page.number(Tag.TILE_LENGTH, 0) : rows;
        if (blockWidth < 1 || blockHeight < 1 || blockWidth > Integer.MAX_VALUE || blockHeight > Integer.MAX_VALUE) {
            throw file.broken("its blocks have a size of " + blockWidth + " × " + blockHeight, page.offset());
        }
        PageLayout layout = new PageLayout(
                type(file, page, samples),
                width,
                height,
                (int) samples,
                samples == 1 || page.number(Tag.PLANAR_CONFIGURATION, 1) == 1,
                tiled,
                (int) blockWidth,
                (int) blockHeight,
                (int) page.number(Tag.COMPRESSION, 1),
                (int) page.number(Tag.PREDICTOR, 1));
        layout.checkBlocks(file, page);
        PictureBlocks.check(file, page, layout);
        return layout;
    }

    private static PixelType type(TiffFile file, Ifd page, long samples) throws IOException {
        long bits = page.number(Tag.BITS_PER_SAMPLE, 1);
        long format = page.number(Tag.SAMPLE_FORMAT, 1);
        for (long i = 1; i < Math.min(samples, page.count(Tag.BITS_PER_SAMPLE)); i++) {
            if (page.number(Tag.BITS_PER_SAMPLE, bits, i) != bits) {
                throw unsupported(file, "samples of different depth");
            }
        }
        String kind = format == 3 ? "float" : format == 2 ? "int" : "uint";
        boolean known = format >= 1 && format <= 4 && (bits == 8 || bits == 16 || bits == 32 || bits == 64);
        if (!known || (format == 3 && bits < 32)) {
            throw unsupported(file, bits + " bits of sample format " + format);
        }
        return PixelType.ofNumpyName(kind + bits);
    }

    private void checkBlocks(TiffFile file, Ifd page) throws IOException {
        if (page.number(Tag.FILL_ORDER, 1) == 2 && compression != 1) {
            throw unsupported(file, "reversed bit order");
        }
        if (predictor == 3 && !type.isFloating()
                || predictor == 2 && type.isFloating()
                || predictor < 1
                || predictor > 3) {
            throw file.broken("predictor " + predictor + " does not fit " + type.numpyName(), page.offset());
        }
        if (compression != 1 && blockBytes() > MOST_BLOCK_BYTES) {
            throw unsupported(
                    file,
                    "compressed blocks of %d MiB each, which can only be read whole (the limit here is %d MiB; save it in tiles)"
                            .formatted(blockBytes() >> 20, MOST_BLOCK_BYTES >> 20));
        }
        long wanted = Math.multiplyExact(blocksAcross() * blocksDown(), chunky ? 1L : samples);
        long listed = page.count(tiled ? Tag.TILE_OFFSETS : Tag.STRIP_OFFSETS);
        if (listed < wanted) {
            throw file.broken("it needs " + wanted + " blocks for its size and lists " + listed, page.offset());
        }
    }

    /** Pixels stand this many samples apart inside a block. */
    int blockSamples() {
        return chunky ? samples : 1;
    }

    long blockBytes() {
        return (long) blockWidth * blockHeight * blockSamples() * type.bytes();
    }

    long blocksAcross() {
        return (width + blockWidth - 1) / blockWidth;
    }

    long blocksDown() {
        return (height + blockHeight - 1) / blockHeight;
    }

    /** Rows that the block really holds: the last strip is short, a tile never. */
    int rowsOf(long blockRow) {
        return tiled ? blockHeight : (int) Math.min(blockHeight, height - blockRow * blockHeight);
    }

    /** True when both have the same pixels, however stored. */
    boolean sameImageAs(PageLayout other) {
        return type == other.type && width == other.width && height == other.height && samples == other.samples;
    }

    private static UnsupportedImage unsupported(TiffFile file, String what) {
        return new UnsupportedImage(
                "TIFF file %s has %s, which is not supported yet. Save it with 8, 16 or 32 bits a sample, in tiles."
                        .formatted(file.name(), what));
    }
}
