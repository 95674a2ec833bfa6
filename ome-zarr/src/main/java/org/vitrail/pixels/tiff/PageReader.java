package org.vitrail.pixels.tiff;

import java.io.IOException;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.tiff.BlockDecoder.BadBlock;

/** Reads rectangles of one sample of one page. Safe for several threads. */
final class PageReader {

    private static final long CACHE_BYTES = 64L << 20;

    private final PageLayout layout;
    private final BlockCache cache = new BlockCache(CACHE_BYTES);

    /** A reader for pages that all have the shape of this layout. */
    PageReader(PageLayout layout) {
        this.layout = layout;
    }

    /** One rectangle that is wholly inside the page. */
    record Region(int sample, long y, long x, int height, int width) {}

    void read(TiffFile file, int pageNumber, Region region, byte[] destination) throws IOException {
        Ifd page = file.page(pageNumber);
        PageLayout stored = PageLayout.of(file, page);
        if (!stored.sameImageAs(layout)) {
            throw file.broken("page " + (pageNumber + 1) + " differs from the first", page.offset());
        }
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
            return (long) layout.blockWidth()
                    * layout.rowsOf(row)
                    * layout.blockSamples()
                    * layout.type().bytes();
        }
    }

    private void copy(Block block, Region region, byte[] destination) throws IOException {
        PageLayout stored = block.layout;
        long top = Math.max(region.y, block.row * stored.blockHeight());
        long bottom = Math.min(region.y + region.height, (block.row + 1) * stored.blockHeight());
        long left = Math.max(region.x, block.column * stored.blockWidth());
        long right = Math.min(region.x + region.width, (block.column + 1) * stored.blockWidth());
        long index = block.index(region.sample);
        boolean plain = stored.compression() == 1 && stored.predictor() == 1;
        boolean missing = block.storedBytes(index) == 0 && block.offset(index) == 0;
        byte[] decoded = plain || missing ? null : decoded(block, index);
        int bytes = stored.type().bytes();
        int step = stored.blockSamples() * bytes;
        for (long y = top; y < bottom; y++) {
            long inBlock = ((y - block.row * stored.blockHeight()) * stored.blockWidth()
                            + left
                            - block.column * stored.blockWidth())
                    * step;
            int to = (int) (((y - region.y) * region.width + left - region.x) * bytes);
            int count = (int) (right - left);
            if (missing) {
                java.util.Arrays.fill(destination, to, to + count * bytes, (byte) 0);
            } else if (plain) {
                readRow(block, index, inBlock, count, region.sample, destination, to);
            } else {
                int from = (int) inBlock + (stored.chunky() ? region.sample * bytes : 0);
                spread(decoded, from, step, destination, to, count, bytes);
            }
        }
    }

    /** A row of an uncompressed block, straight from the file. */
    private void readRow(Block block, long index, long inBlock, int count, int sample, byte[] destination, int to)
            throws IOException {
        PageLayout stored = block.layout;
        int bytes = stored.type().bytes();
        int step = stored.blockSamples() * bytes;
        if (inBlock + (long) count * step > block.storedBytes(index)) {
            throw block.file.broken(
                    "block " + index + " has " + block.storedBytes(index) + " bytes instead of " + block.wantedBytes(),
                    block.offset(index));
        }
        if (step == bytes) {
            block.file.read(block.offset(index) + inBlock, destination, to, count * bytes);
        } else {
            byte[] row = new byte[count * step];
            block.file.read(block.offset(index) + inBlock, row, 0, row.length);
            spread(row, sample * bytes, step, destination, to, count, bytes);
        }
        if (block.file.order() == java.nio.ByteOrder.BIG_ENDIAN) {
            Predictors.swap(destination, to, count * bytes, bytes);
        }
    }

    private static void spread(byte[] from, int first, int step, byte[] to, int at, int count, int bytes) {
        if (step == bytes) {
            System.arraycopy(from, first, to, at, count * bytes);
            return;
        }
        for (int i = 0; i < count; i++) {
            for (int b = 0; b < bytes; b++) {
                to[at + i * bytes + b] = from[first + i * step + b];
            }
        }
    }

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
        byte[] in = block.file.bytes(offset, (int) length).array();
        try {
            if (PictureBlocks.isPicture(block.layout.compression())) {
                return PictureBlocks.decode(block.page, block.layout, block.row, in);
            }
            byte[] out = BlockDecoder.decode(block.layout.compression(), in, (int) block.wantedBytes());
            out = out == in ? in.clone() : out;
            Predictors.undo(out, block.layout, block.layout.rowsOf(block.row), block.file.order());
            return out;
        } catch (BlockDecoder.UnsupportedBlock kind) {
            throw new UnsupportedImage("TIFF file %s holds %s in block %d (byte %d), which is not read. %s"
                    .formatted(block.file.name(), kind.getMessage(), index, offset, PictureBlocks.ADVICE));
        } catch (BadBlock bad) {
            throw block.file.broken("block " + index + ": " + bad.getMessage(), offset);
        }
    }
}
