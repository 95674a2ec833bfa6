package org.vitrail.pixels.tiff.page;

import java.io.IOException;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.tiff.file.Ifd;
import org.vitrail.pixels.tiff.file.Tag;
import org.vitrail.pixels.tiff.file.TiffFile;

/**
 * How a page's pixels are cut and stored; equal for all pages of an image. TIFF 6.0 §3 (strips), §15 (tiles).
 *
 * @param stored the samples
 * @param width columns
 * @param height rows
 * @param samples per pixel
 * @param chunky true when a block holds all samples of a pixel side by side
 * @param tiled true for tiles, false for strips
 * @param blockWidth columns of a block
 * @param blockHeight rows of a block; the last strip has fewer
 * @param compression its TIFF number
 * @param predictor 1 none, 2 horizontal differences, 3 floating point
 * @param lowBitFirst true when the bits of every byte stand in reverse (FillOrder 2), which JPEG's never do
 */
public record PageLayout(
        StoredSamples stored,
        long width,
        long height,
        int samples,
        boolean chunky,
        boolean tiled,
        int blockWidth,
        int blockHeight,
        int compression,
        int predictor,
        boolean lowBitFirst) {

    /** A compressed block is decoded whole: it must leave room for the rest in a small heap. */
    private static final long MOST_BLOCK_BYTES =
            Math.min(256L << 20, Runtime.getRuntime().maxMemory() / 4);

    private static final long LARGE_BYTES = 1L << 36;
    private static final long MOST_EXPANSION = 100_000;

    /** How that page is stored. Throws UnreadableImage for numbers that make no sense, UnsupportedImage for kinds that are not read. */
    public static PageLayout of(TiffFile file, Ifd page) throws IOException {
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
        int compression = (int) page.number(Tag.COMPRESSION, 1);
        PageLayout layout = new PageLayout(
                StoredSamples.of(file, page, samples),
                width,
                height,
                (int) samples,
                samples == 1 || page.number(Tag.PLANAR_CONFIGURATION, 1) == 1,
                tiled,
                (int) blockWidth,
                (int) blockHeight,
                compression,
                (int) page.number(Tag.PREDICTOR, 1),
                page.number(Tag.FILL_ORDER, 1) == 2 && !PictureBlocks.isPicture(compression));
        layout.check(file, page);
        PictureBlocks.check(file, page, layout);
        return layout;
    }

    /** True when the three samples are red, green and blue; JPEG's become so when it is decoded. */
    public boolean isRgb(Ifd page) throws IOException {
        return samples == 3 && (page.number(Tag.PHOTOMETRIC, 1) == 2 || PictureBlocks.isPicture(compression));
    }

    private void check(TiffFile file, Ifd page) throws IOException {
        checkPredictor(file, page);
        boolean jpeg = compression == 6 || compression == 7;
        if (page.number(Tag.PHOTOMETRIC, 1) == 6 && !jpeg && page.number(Tag.YCBCR_SUBSAMPLING, 2) != 1) {
            throw unsupported(file, "YCbCr colors at half resolution without JPEG");
        }
        if (page.number(Tag.IMAGE_DEPTH, 1) > 1) {
            throw unsupported(file, "volumes inside one page (ImageDepth)");
        }
        try {
            checkBlocks(file, page);
        } catch (ArithmeticException absurd) {
            throw file.broken(
                    "its blocks of " + blockWidth + " × " + blockHeight + " pixels are absurd", page.offset());
        }
    }

    private void checkPredictor(TiffFile file, Ifd page) throws IOException {
        boolean fits = predictor == 1
                || predictor == 2 && stored.wholeBytes() && stored.bits() != 24
                || predictor == 3 && type().isFloating();
        if (!fits) {
            throw file.broken(
                    "predictor " + predictor + " does not fit " + stored.bits() + " bits of " + type().numpyName(),
                    page.offset());
        }
    }

    private void checkBlocks(TiffFile file, Ifd page) throws IOException {
        long blockBytes = Math.multiplyExact(
                Math.multiplyExact((long) blockWidth, blockHeight), blockSamples() * (long) type().bytes());
        if (!readByRows() && blockBytes > MOST_BLOCK_BYTES) {
            throw unsupported(
                    file,
                    "compressed blocks of %d MiB each, which can only be read whole (the limit here is %d MiB; save it in tiles)"
                            .formatted(blockBytes >> 20, MOST_BLOCK_BYTES >> 20));
        }
        checkSize(file, page);
        long wanted = Math.multiplyExact(Math.multiplyExact(blocksAcross(), blocksDown()), chunky ? 1L : samples);
        long listed = page.count(tiled ? Tag.TILE_OFFSETS : Tag.STRIP_OFFSETS);
        if (listed < wanted) {
            throw file.broken("it needs " + wanted + " blocks for its size and lists " + listed, page.offset());
        }
    }

    /** Blocks may be missing, so that a file of a hundred bytes could claim a picture without end. */
    private void checkSize(TiffFile file, Ifd page) {
        long pixelBytes = Math.multiplyExact(Math.multiplyExact(width, height), (long) samples * type().bytes());
        if (pixelBytes > LARGE_BYTES && pixelBytes / MOST_EXPANSION > file.sizeBytes()) {
            throw file.broken(
                    "it claims %d × %d pixels in a file of %d bytes".formatted(width, height, file.sizeBytes()),
                    page.offset());
        }
    }

    /** Type of the samples as they are given out. */
    public PixelType type() {
        return stored.type();
    }

    /** True when a part of a block can be read without the rest. */
    boolean readByRows() {
        return compression == 1 && predictor == 1;
    }

    /** Samples that stand side by side for one pixel inside a block. */
    int blockSamples() {
        return chunky ? samples : 1;
    }

    /** Bytes of a block's row, as stored without compression. */
    long blockRowBytes() {
        return stored.rowBytes((long) blockWidth * blockSamples());
    }

    /** Bytes of a block without compression. @param index as the fields of offsets count blocks */
    public long blockBytes(long index) {
        return blockRowBytes() * rowsOf(index / blocksAcross() % blocksDown());
    }

    /** A stored block with the high bit of each byte first, as decoders take it; itself where it is so already. */
    public byte[] highBitFirst(byte[] block) {
        byte[] turned = block;
        if (lowBitFirst && !PictureBlocks.isPicture(compression)) {
            turned = block.clone();
            Predictors.reverseBits(turned);
        }
        return turned;
    }

    /** Bytes of the whole page without compression. */
    public long pageBytes() {
        return Math.multiplyExact(stored.rowBytes(width * (chunky ? samples : 1)), height) * (chunky ? 1 : samples);
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
    public boolean sameImageAs(PageLayout other) {
        return type() == other.type() && width == other.width && height == other.height && samples == other.samples;
    }

    private static UnsupportedImage unsupported(TiffFile file, String what) {
        return new UnsupportedImage(
                "TIFF file %s has %s, which is not supported. Save it with 8, 16 or 32 bits a sample, in tiles."
                        .formatted(file.name(), what));
    }
}
