package org.vitrail.pixels.tiff.identity;

import java.io.IOException;
import org.vitrail.pixels.PixelsException;
import org.vitrail.pixels.tiff.file.Ifd;
import org.vitrail.pixels.tiff.file.Tag;
import org.vitrail.pixels.tiff.file.TiffFile;
import org.vitrail.pixels.tiff.page.PageLayout;

/**
 * A strip or tile of a directory, as it lies in the file.
 *
 * @param start where it begins
 * @param said bytes that the directory counts, 0 where it does not
 * @param needed bytes that its pixels need when they are not compressed, else 0
 * @param wanted bytes of its pixels, 0 where the page is of a kind that is not read
 */
record StoredBlock(long start, long said, long needed, long wanted) {

    /** What is done with a block. */
    interface Visitor {
        void block(StoredBlock block) throws IOException;
    }

    /** Those that are there, in the order of the directory's fields. @param layout null where the page is of a kind that is not read */
    static void visit(TiffFile file, Ifd directory, PageLayout layout, Visitor visitor) throws IOException {
        boolean tiled = directory.has(Tag.TILE_OFFSETS);
        int offsets = tiled ? Tag.TILE_OFFSETS : Tag.STRIP_OFFSETS;
        int counts = tiled ? Tag.TILE_BYTE_COUNTS : Tag.STRIP_BYTE_COUNTS;
        long starts = numbers(file, directory, offsets);
        long lengths = numbers(file, directory, counts);
        for (long i = 0; i < starts; i++) {
            long start = directory.number(offsets, 0, i);
            if (start == 0) {
                continue; // left out by its writer, who means zeros
            }
            long said = i < lengths ? directory.number(counts, 0, i) : 0;
            long wanted = layout == null ? 0 : layout.blockBytes(i);
            boolean plain = layout != null && layout.compression() == 1;
            visitor.block(new StoredBlock(start, said, plain ? wanted : 0, wanted));
        }
    }

    /** How a directory's pixels are stored; null where there are none, or of a kind that is not read. */
    static PageLayout layout(TiffFile file, Ifd directory) throws IOException {
        try {
            boolean pixels = directory.has(Tag.TILE_OFFSETS) || directory.has(Tag.STRIP_OFFSETS);
            return pixels ? PageLayout.of(file, directory) : null;
        } catch (PixelsException | ArithmeticException | IllegalArgumentException notRead) {
            return null;
        }
    }

    /** Number of values of a field that stand in the file and are integers. */
    static long numbers(TiffFile file, Ifd directory, int tag) {
        boolean integers = switch (directory.type(tag)) {
            case 1, 3, 4, 13, 16, 17, 18 -> true;
            default -> false;
        };
        return integers && isInside(file, directory, tag) ? directory.count(tag) : 0;
    }

    /** True when a field's value stands in the file. */
    static boolean isInside(TiffFile file, Ifd directory, int tag) {
        long start = directory.valueOffset(tag);
        return start >= 0 && start <= file.sizeBytes() - directory.valueBytes(tag);
    }

    /** Before which the block ends, as far as the file goes. */
    long end(TiffFile file) {
        return Math.min(file.sizeBytes(), start + Math.max(said, needed));
    }
}
