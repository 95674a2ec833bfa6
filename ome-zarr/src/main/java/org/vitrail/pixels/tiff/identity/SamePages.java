package org.vitrail.pixels.tiff.identity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.vitrail.pixels.PixelsException;
import org.vitrail.pixels.tiff.file.Ifd;
import org.vitrail.pixels.tiff.file.OpenFiles;
import org.vitrail.pixels.tiff.file.Tag;
import org.vitrail.pixels.tiff.file.TiffFile;
import org.vitrail.pixels.tiff.page.BlockCache;
import org.vitrail.pixels.tiff.page.PageLayout;
import org.vitrail.pixels.tiff.page.PageReader;

/**
 * Proves that a copy has the pixels of its original, by reading all of both: pages and what is below them, decoded, or where they are not
 * read here, byte for byte. Memory does not depend on their size.
 */
public final class SamePages {

    private static final int PIECE_BYTES = 1 << 20;
    private static final long CACHE_BYTES = 32 << 20;

    private final TiffFile original;
    private final TiffFile copy;

    /** Tells pages that are left out of a copy. */
    public interface LeftOut {

        /** @param page counted from 0 */
        boolean test(int page, Ifd directory);
    }

    private SamePages(TiffFile original, TiffFile copy) {
        this.original = original;
        this.copy = copy;
    }

    /**
     * Compares the pixels of all directories, which stand at the same places in both files.
     *
     * @param leftOut true for pages whose picture is not in the copy
     * @return false also when the copy cannot be read
     */
    public static boolean in(Path original, Path copy, LeftOut leftOut) throws IOException {
        boolean[] same = {true};
        try (OpenFiles files = new OpenFiles()) {
            SamePages both = new SamePages(new TiffFile(original, files), new TiffFile(copy, files));
            DirectoryWalk.visit(both.original, new DirectoryWalk.Visitor() {
                private boolean skipped;

                @Override
                public void directory(Ifd directory, int page, int tag) throws IOException {
                    skipped = tag == 0 ? leftOut.test(page, directory) : skipped;
                    same[0] = same[0] && (skipped || both.same(directory));
                }

                @Override
                public void damaged(int page, int tag, long offset) {}
            });
        } catch (PixelsException damaged) {
            return false;
        }
        return same[0];
    }

    private boolean same(Ifd directory) throws IOException {
        if (!directory.has(Tag.STRIP_OFFSETS) && !directory.has(Tag.TILE_OFFSETS)) {
            return true;
        }
        PageLayout layout;
        try {
            layout = PageLayout.of(original, directory);
        } catch (PixelsException | ArithmeticException | IllegalArgumentException notRead) {
            return sameBytes(directory);
        }
        Ifd other = copy.directory(directory.offset());
        return layout.equals(PageLayout.of(copy, other))
                && (sameBytes(directory) || sameSamples(directory, other, layout));
    }

    /** Every strip and tile is the same before decoding. */
    private boolean sameBytes(Ifd directory) throws IOException {
        boolean tiled = directory.has(Tag.TILE_OFFSETS);
        int offsets = tiled ? Tag.TILE_OFFSETS : Tag.STRIP_OFFSETS;
        int counts = tiled ? Tag.TILE_BYTE_COUNTS : Tag.STRIP_BYTE_COUNTS;
        for (long block = 0; block < directory.count(offsets); block++) {
            long start = directory.number(offsets, 0, block);
            long length = block < directory.count(counts) ? directory.number(counts, 0, block) : original.sizeBytes();
            if (!sameBytes(start, Math.min(original.sizeBytes(), start + length))) {
                return false;
            }
        }
        return true;
    }

    private boolean sameBytes(long start, long end) throws IOException {
        for (long at = Math.max(0, start); at < end; at += PIECE_BYTES) {
            int length = (int) Math.min(PIECE_BYTES, end - at);
            if (!Arrays.equals(
                    original.bytes(at, length).array(), copy.bytes(at, length).array())) {
                return false;
            }
        }
        return true;
    }

    private boolean sameSamples(Ifd directory, Ifd other, PageLayout layout) throws IOException {
        PageReader reader = new PageReader(layout, new BlockCache(CACHE_BYTES));
        int bytes = layout.type().bytes();
        int width = (int) Math.min(layout.width(), layout.tiled() ? layout.blockWidth() : PIECE_BYTES / bytes);
        int height = (int) Math.max(1, Math.min(layout.blockHeight(), PIECE_BYTES / ((long) width * bytes)));
        byte[] one = new byte[width * height * bytes];
        byte[] two = new byte[width * height * bytes];
        for (long y = 0; y < layout.height(); y += height) {
            for (long x = 0; x < layout.width(); x += width) {
                int rows = (int) Math.min(height, layout.height() - y);
                int columns = (int) Math.min(width, layout.width() - x);
                for (int sample = 0; sample < layout.samples(); sample++) {
                    PageReader.Region region = new PageReader.Region(sample, y, x, rows, columns);
                    reader.read(original, directory, region, one);
                    reader.read(copy, other, region, two);
                    if (!Arrays.equals(one, two)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
