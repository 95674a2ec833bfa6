package org.vitrail.pixels.tiff.identity;

import java.io.IOException;
import java.util.Set;
import org.vitrail.pixels.tiff.file.Ifd;
import org.vitrail.pixels.tiff.file.Tag;
import org.vitrail.pixels.tiff.file.TiffFile;
import org.vitrail.pixels.tiff.page.PageLayout;

/**
 * Which bytes of a file something points to: directories, their values, strips and tiles, and what known programs write behind the
 * header. Where a length is not said or cannot be trusted, all bytes up to the next thing count. TIFF 6.0 §2, §3, §22 (old JPEG).
 */
final class ReferencedBytes {

    /** Fields of programs that keep further things in places of their own: NIH Image, Olympus SIS and FluoView, MetaMorph, Kodak, Zeiss. */
    private static final Set<Integer> LEAD_ELSEWHERE =
            Set.of(33424, 33560, 33628, 33629, 33630, 33631, 34361, 34362, 34412, 43314);
    /** Hamamatsu's fields. */
    private static final int FIRST_OF_NDPI = 65420;

    private static final int LAST_OF_NDPI = 65490;
    private static final int FIRST_PRIVATE = 32768;
    private static final int JPEG_STREAM = 513;
    private static final int JPEG_STREAM_BYTES = 514;
    private static final int FIRST_JPEG_TABLE = 519;
    private static final int LAST_JPEG_TABLE = 521;
    private static final int MOST_POINTERS = 100_000;
    /** The longest of the tables that old JPEG fields point to: 16 counts and 256 values. */
    private static final int JPEG_TABLE_BYTES = 16 + 256;

    private final TiffFile file;
    private final Stretches structure = new Stretches();
    private final Stretches blocks = new Stretches();
    /** Places from which something begins whose length nobody knows. */
    private final Stretches open = new Stretches();

    private final Stretches pointers = new Stretches();
    /** Where the pixels of pages end that more planes may follow, and one plane further. */
    private final Stretches planes = new Stretches();

    private final KnownHeaders headers;
    private boolean elsewhere;

    private ReferencedBytes(TiffFile file) throws IOException {
        this.file = file;
        this.headers = KnownHeaders.of(file);
    }

    /** @throws org.vitrail.pixels.UnreadableImage when the directory of a page is damaged */
    static ReferencedBytes of(TiffFile file) throws IOException {
        ReferencedBytes referenced = new ReferencedBytes(file);
        referenced.structure.add(0, file.isBig() ? 16 : 8);
        referenced.headers.stretches(referenced.structure::add);
        DirectoryWalk.visit(file, new DirectoryWalk.Visitor() {
            @Override
            public void directory(Ifd directory, int page, int tag) throws IOException {
                referenced.values(directory);
                referenced.blocks(directory);
            }

            @Override
            public void damaged(int page, int tag, long offset) {
                referenced.open.add(offset, offset + 1);
            }
        });
        referenced.structure.settle();
        referenced.blocks.settle();
        referenced.open.settle();
        referenced.pointers.settle();
        referenced.planes.settle();
        return referenced;
    }

    private void values(Ifd directory) throws IOException {
        structure.add(directory.offset(), directory.offset() + directory.lengthBytes());
        for (Ifd.Outside value : directory.outside()) {
            if (value.length() < 0) {
                open.add(value.offset(), value.offset() + 1);
            } else if (!value.repeated()
                    || StructureTags.isKnown(value.tag())
                    || value.tag() == Tag.IMAGE_DESCRIPTION) {
                structure.add(value.offset(), value.offset() + value.length());
            }
        }
        for (int tag : directory.tags()) {
            elsewhere |= LEAD_ELSEWHERE.contains(tag) || tag >= FIRST_OF_NDPI && tag <= LAST_OF_NDPI;
            if (tag >= FIRST_PRIVATE && TagIdentity.of(tag).handling() == TagIdentity.Handling.UNKNOWN) {
                pointers(directory, tag);
            }
        }
    }

    /** Numbers of unknown meaning may be places. */
    private void pointers(Ifd directory, int tag) throws IOException {
        boolean wide = switch (directory.type(tag)) {
            case 4, 13, 16, 18 -> true;
            default -> false;
        };
        for (long i = 0; wide && i < StoredBlock.numbers(file, directory, tag); i++) {
            if (pointers.count() == MOST_POINTERS) {
                elsewhere = true;
                return;
            }
            long value = directory.number(tag, 0, i);
            pointers.add(value, value + 1);
        }
    }

    private void blocks(Ifd directory) throws IOException {
        jpegStream(directory);
        PageLayout layout = StoredBlock.layout(file, directory);
        int leader = headers.blockLeaderBytes();
        StoredBlock.visit(file, directory, layout, block -> {
            blocks.add(block.start(), block.end(file));
            structure.add(block.start() - leader, block.start());
            structure.add(block.end(file), Math.min(file.sizeBytes(), block.end(file) + leader));
            if (layout == null || block.said() <= 0 && block.needed() == 0) {
                open.add(block.start(), block.start() + 1);
            }
        });
        if (layout != null && layout.compression() == 1) {
            long[] end = new long[1];
            StoredBlock.visit(file, directory, layout, block -> end[0] = Math.max(end[0], block.end(file)));
            planes.add(end[0], end[0] + layout.pageBytes());
        }
    }

    private void jpegStream(Ifd directory) throws IOException {
        if (StoredBlock.numbers(file, directory, JPEG_STREAM) > 0) {
            long start = directory.number(JPEG_STREAM, 0);
            long length = StoredBlock.numbers(file, directory, JPEG_STREAM_BYTES) > 0
                    ? directory.number(JPEG_STREAM_BYTES, 0)
                    : 0;
            blocks.add(start, Math.min(file.sizeBytes(), start + length));
            open.add(start, start + 1);
        }
        for (int tag = FIRST_JPEG_TABLE; tag <= LAST_JPEG_TABLE; tag++) {
            for (long i = 0; i < StoredBlock.numbers(file, directory, tag); i++) {
                long start = directory.number(tag, 0, i);
                blocks.add(start, Math.min(file.sizeBytes(), start + JPEG_TABLE_BYTES));
            }
        }
    }

    /** What known programs keep behind the header. */
    KnownHeaders headers() {
        return headers;
    }

    /** True when something else than the block itself has bytes between the two places, or nobody can tell. */
    boolean isShared(StoredBlock block, long from, long to) {
        return isCrowded()
                || structure.holdsOther(-1, -1, from, to)
                || open.holdsOther(block.start(), block.start() + 1, from, to)
                || blocks.holdsOther(block.start(), block.end(file), from, to);
    }

    private boolean isCrowded() {
        return structure.isFull() || blocks.isFull() || open.isFull();
    }

    /** What is known of a stretch that nothing points to. */
    enum Use {
        /** Nobody needs it. */
        NONE,
        /** Something might need it after all: it must not be changed. */
        GUARDED,
        /** Likewise, and it is long enough for further planes of an image. */
        PLANES
    }

    /** A stretch that nothing points to. */
    interface Gap {
        void at(long start, long end, Use use) throws IOException;
    }

    /** Goes through the stretches that nothing points to, in their order; none when there is too much to remember. */
    void gaps(Gap gap) throws IOException {
        long at = 0;
        while (at < file.sizeBytes() && !isCrowded()) {
            long covered = Math.max(structure.reach(at + 1), blocks.reach(at + 1));
            if (covered > at) {
                at = covered;
                continue;
            }
            long end = structure.nextStart(at, blocks.nextStart(at, file.sizeBytes()));
            gap.at(at, end, use(at, end));
            at = end;
        }
    }

    /** An open start guards the gap that it is in, or that follows the block it begins. */
    private Use use(long start, long end) {
        boolean named = pointers.nextStart(start, end) < end || open.nextStart(start, end) < end;
        return mayBePlanes(start, end) ? Use.PLANES : elsewhere || named || follows(start) ? Use.GUARDED : Use.NONE;
    }

    /** True when the last thing before begins with an unknown length. */
    private boolean follows(long start) {
        int before = open.lastBefore(start);
        return before >= 0
                && structure.nextStart(open.start(before) + 1, start) == start
                && blocks.nextStart(open.start(before) + 1, start) == start;
    }

    /** Further planes behind one that is not compressed, as programs write them that describe a stack in words. */
    private boolean mayBePlanes(long start, long end) {
        long plane = planes.lengthAt(start);
        return plane > 0 && end - start >= plane;
    }
}
