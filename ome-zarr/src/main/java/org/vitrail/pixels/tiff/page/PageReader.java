package org.vitrail.pixels.tiff.page;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.tiff.block.BlockDecoder;
import org.vitrail.pixels.tiff.block.BlockDecoder.BadBlock;
import org.vitrail.pixels.tiff.file.Ifd;
import org.vitrail.pixels.tiff.file.Tag;
import org.vitrail.pixels.tiff.file.TiffFile;

/** Reads rectangles of one sample of one page. Safe for several threads. */
public final class PageReader {

    /** An uncompressed row is read in pieces of at most this. */
    private static final int PIECE_BYTES = 1 << 20;

    /** Zeiss LSM files count the bytes of LZW blocks too high, which leads behind the file's end for the last. */
    private static final int LZW = 5;

    private final PageLayout layout;
    private final BlockCache cache;

    /** A reader for pages that all have the shape of this layout. */
    public PageReader(PageLayout layout, BlockCache cache) {
        this.layout = layout;
        this.cache = cache;
    }

    /** One rectangle that is wholly inside the page. */
    public record Region(int sample, long y, long x, int height, int width) {}

    /** Reads a rectangle of a page. @param destination little-endian samples, row by row, at least as long as the region */
    public void read(TiffFile file, int pageNumber, Region region, byte[] destination) throws IOException {
        Ifd page = file.page(pageNumber);
        PageLayout stored = PageLayout.of(file, page);
        if (!stored.sameImageAs(layout)) {
            throw file.broken("page " + (pageNumber + 1) + " differs from the first", page.offset());
        }
        read(file, page, stored, region, destination);
    }

    /** As above, of the directory that the layout was made of: a page or one below a page. */
    public void read(TiffFile file, Ifd page, Region region, byte[] destination) throws IOException {
        read(file, page, layout, region, destination);
    }

    private void read(TiffFile file, Ifd page, PageLayout stored, Region region, byte[] destination)
            throws IOException {
        long lastRow = (region.y + region.height - 1) / stored.blockHeight();
        long lastColumn = (region.x + region.width - 1) / stored.blockWidth();
        for (long row = region.y / stored.blockHeight(); row <= lastRow; row++) {
            for (long column = region.x / stored.blockWidth(); column <= lastColumn; column++) {
                copy(new Block(file, page, stored, row, column), region, destination);
            }
        }
    }

    /** One strip or tile of one page. */
    private record Block(TiffFile file, Ifd page, PageLayout layout, long row, long column) {

        long index(int sample) {
            long within = row * layout.blocksAcross() + column;
            return layout.chunky() ? within : sample * layout.blocksAcross() * layout.blocksDown() + within;
        }

        long offset(long index) throws IOException {
            return page.number(layout.tiled() ? Tag.TILE_OFFSETS : Tag.STRIP_OFFSETS, 0, index);
        }

        long storedBytes(long index) throws IOException {
            long unknown = layout.compression() == 1 ? wantedBytes() : 0;
            return page.number(layout.tiled() ? Tag.TILE_BYTE_COUNTS : Tag.STRIP_BYTE_COUNTS, unknown, index);
        }

        long wantedBytes() {
            return layout.blockRowBytes() * layout.rowsOf(row);
        }

        UnreadableImage tooShort(long index) throws IOException {
            return file.broken(
                    "block %d has %d bytes instead of %d".formatted(index, storedBytes(index), wantedBytes()),
                    offset(index));
        }
    }

    private void copy(Block block, Region region, byte[] destination) throws IOException {
        PageLayout stored = block.layout;
        long top = Math.max(region.y, block.row * stored.blockHeight());
        long bottom = Math.min(region.y + region.height, (block.row + 1) * stored.blockHeight());
        long left = Math.max(region.x, block.column * stored.blockWidth());
        long right = Math.min(region.x + region.width, (block.column + 1) * stored.blockWidth());
        long index = block.index(region.sample);
        boolean missing = block.storedBytes(index) == 0 && block.offset(index) == 0;
        byte[] decoded = missing || stored.readByRows() ? null : decoded(block, index);
        int sample = stored.chunky() ? region.sample : 0;
        int bytes = stored.type().bytes();
        int count = (int) (right - left);
        for (long y = top; y < bottom; y++) {
            long row = y - block.row * stored.blockHeight();
            long pixel = left - block.column * stored.blockWidth();
            int to = (int) (((y - region.y) * region.width + left - region.x) * bytes);
            if (missing) {
                Arrays.fill(destination, to, to + count * bytes, (byte) 0);
            } else if (decoded == null) {
                readRow(block, index, new Stretch(row, pixel, sample, count), destination, to);
            } else {
                long first = 8 * row * stored.blockRowBytes() + bit(stored, pixel, sample);
                stored.stored().give(decoded, first, stored.blockSamples(), count, destination, to);
            }
        }
    }

    /** Samples of one kind in one row of a block. */
    private record Stretch(long row, long pixel, int sample, int count) {}

    /** Where a sample begins in its row. */
    private static long bit(PageLayout layout, long pixel, int sample) {
        return (pixel * layout.blockSamples() + sample) * layout.stored().bits();
    }

    /** A row of an uncompressed block, straight from the file. */
    private void readRow(Block block, long index, Stretch stretch, byte[] destination, int to) throws IOException {
        PageLayout stored = block.layout;
        long pixelBits = (long) stored.blockSamples() * stored.stored().bits();
        int most = (int) Math.max(1, 8L * PIECE_BYTES / pixelBits);
        for (int done = 0; done < stretch.count; done += most) {
            int count = Math.min(most, stretch.count - done);
            long firstBit = (stretch.pixel + done) * pixelBits;
            long from = firstBit / 8;
            byte[] row = new byte[(int) ((firstBit + count * pixelBits + 7) / 8 - from)];
            long inBlock = stretch.row * stored.blockRowBytes() + from;
            if (inBlock + row.length > block.storedBytes(index)) {
                throw block.tooShort(index);
            }
            block.file.read(block.offset(index) + inBlock, row, 0, row.length);
            toLittleEndian(block, row);
            long sampleBit =
                    firstBit % 8 + (long) stretch.sample * stored.stored().bits();
            int at = to + done * stored.type().bytes();
            stored.stored().give(row, sampleBit, stored.blockSamples(), count, destination, at);
        }
    }

    private static void toLittleEndian(Block block, byte[] row) {
        StoredSamples samples = block.layout.stored();
        if (block.layout.lowBitFirst()) {
            Predictors.reverseBits(row);
        }
        if (samples.wholeBytes() && block.file.order() == ByteOrder.BIG_ENDIAN) {
            Predictors.swap(row, 0, row.length, samples.bytes());
        }
    }

    /** A whole block without compression, in little-endian order where samples have whole bytes. */
    private byte[] decoded(Block block, long index) throws IOException {
        BlockCache.Key key = new BlockCache.Key(block.file, block.page.offset(), index);
        return cache.get(key, () -> decode(block, index));
    }

    private byte[] decode(Block block, long index) throws IOException {
        long length = block.storedBytes(index);
        long offset = block.offset(index);
        if (length > 2 * block.wantedBytes() + 65536) {
            throw block.file.broken("block " + index + " claims " + length + " compressed bytes", offset);
        }
        long there = block.layout.compression() == LZW ? block.file.sizeBytes() - offset : length;
        byte[] in = block.file
                .bytes(offset, (int) Math.min(length, Math.max(1, there)))
                .array();
        if (block.layout.lowBitFirst() && !PictureBlocks.isPicture(block.layout.compression())) {
            Predictors.reverseBits(in);
        }
        try {
            if (PictureBlocks.isPicture(block.layout.compression())) {
                return PictureBlocks.decode(block.page, block.layout, block.row, in);
            }
            byte[] out = BlockDecoder.decode(block.layout.compression(), in, (int) block.wantedBytes());
            if (block.layout.stored().wholeBytes()) {
                Predictors.undo(out, block.layout, block.layout.rowsOf(block.row), block.file.order());
            }
            return out;
        } catch (BlockDecoder.UnsupportedBlock kind) {
            throw new UnsupportedImage("TIFF file %s holds %s in block %d (byte %d), which is not read. %s"
                    .formatted(block.file.name(), kind.getMessage(), index, offset, PictureBlocks.ADVICE));
        } catch (BadBlock bad) {
            throw block.file.broken("block " + index + ": " + bad.getMessage(), offset);
        }
    }
}
