package org.vitrail.pixels.tiff.identity;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.tiff.file.Ifd;
import org.vitrail.pixels.tiff.file.TiffFile;

/** Walks all directories of a file: those of pages, and below them whatever fields lead to, with the chains that begin there. */
final class DirectoryWalk {

    /** Field that leads to a directory of places, whose values are all of one kind. */
    static final int GPS = 34853;

    private static final int MOST_BELOW = 100_000;

    private final TiffFile file;
    private final Visitor visitor;
    private final Set<Long> below = new HashSet<>();
    private final Deque<Below> waiting = new ArrayDeque<>();

    /** A directory and the field that leads there. */
    private record Below(int tag, long offset, boolean chained) {}

    /** What is done with the directories. */
    interface Visitor {

        /** @param page counted from 0, the one it is or is below @param tag that leads there, 0 for a page's own */
        void directory(Ifd directory, int page, int tag) throws IOException;

        /** A field leads to what is no directory. @param tag that leads there */
        void damaged(int page, int tag, long offset) throws IOException;
    }

    private DirectoryWalk(TiffFile file, Visitor visitor) {
        this.file = file;
        this.visitor = visitor;
    }

    /**
     * A page first, then what is below it.
     *
     * @throws UnreadableImage when the directory of a page is damaged
     * @throws UnsupportedImage when very many directories stand below pages
     */
    static void visit(TiffFile file, Visitor visitor) throws IOException {
        DirectoryWalk walk = new DirectoryWalk(file, visitor);
        for (int page = 0; page < file.pageCount(); page++) {
            Ifd directory = file.page(page);
            visitor.directory(directory, page, 0);
            walk.leave(directory, page);
            while (!walk.waiting.isEmpty()) {
                walk.below(walk.waiting.poll(), page);
            }
        }
    }

    /** True for fields whose values are offsets of directories. TIFF 6.0, Technical Note 1; Exif 2.3 §4.6.3. */
    static boolean leadsOn(int tag) {
        return tag == 330 || tag == 400 || tag == 34665 || tag == GPS || tag == 40965;
    }

    private void leave(Ifd directory, int page) throws IOException {
        for (int tag : directory.tags()) {
            if (!leadsOn(tag) || directory.valueOffset(tag) < 0) {
                continue;
            }
            try {
                for (long i = 0; i < directory.count(tag); i++) {
                    descend(new Below(tag, directory.number(tag, 0, i), false));
                }
            } catch (UnreadableImage noNumber) {
                visitor.damaged(page, tag, directory.valueOffset(tag));
            }
        }
    }

    private void descend(Below place) {
        if (place.offset > 0 && place.offset < file.sizeBytes() && below.add(place.offset)) {
            if (below.size() > MOST_BELOW) {
                throw new UnsupportedImage(
                        "TIFF file %s has more than %d directories below its pages. Save it again without them."
                                .formatted(file.name(), MOST_BELOW));
            }
            waiting.add(place);
        }
    }

    private void below(Below place, int page) throws IOException {
        Ifd directory;
        long next;
        try {
            directory = file.directory(place.offset);
            next = file.next(place.offset);
        } catch (UnreadableImage damaged) {
            if (!place.chained) { // writers leave anything where the pointer to a next Exif directory would stand
                visitor.damaged(page, place.tag, place.offset);
            }
            return;
        }
        visitor.directory(directory, page, place.tag);
        leave(directory, page);
        descend(new Below(place.tag, next, true));
    }
}
