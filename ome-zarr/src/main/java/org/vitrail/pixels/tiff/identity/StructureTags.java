package org.vitrail.pixels.tiff.identity;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.vitrail.pixels.tiff.file.Ifd;
import org.vitrail.pixels.tiff.file.Tag;
import org.vitrail.pixels.tiff.file.TiffFile;

/**
 * Fields of numbers that say how an image is stored, and how many numbers each has. They are harmless as long as they are numbers and not
 * too many: of another type or length they may hold anything. TIFF 6.0 Appendix A; TIFF/EP, DNG, GeoTIFF and SGI for private ones.
 */
final class StructureTags {

    private static final long ANY = Long.MAX_VALUE;
    /** As many as samples of a pixel, or two for each of them. */
    private static final long SAMPLES = -1;

    private static final long PAIRS = -2;
    private static final long CURVE = 3L * 65536;
    private static final int SHORT = 3;
    private static final int ASCII = 2;
    private static final int UNDEFINED = 7;
    private static final int IMAGEJ_COUNTS = 50838;
    private static final int IMAGEJ_TEXTS = 50839;

    private static final Map<Integer, Long> MOST = most();

    /** Blocks of bytes and colors by their own standards: ICC profile, patterns and versions of cameras. */
    private static final Set<Integer> BYTES = Set.of(33422, 34675, 50706, 50707, 34016, 34019, 34020, 34031, 37393);

    /** Numbers of private fields; some have as many as their makers like. */
    private static final Set<Integer> NUMBERS = Set.of(
            32995, 32996, 32997, 32998, 33421, 33434, 33437, 33550, 33628, 33629, 33630, 33631, 33922, 34264, 34735,
            34736);

    private StructureTags() {}

    private static Map<Integer, Long> most() {
        Map<Integer, Long> most = new HashMap<>();
        int[] single = {
            254, 255, 256, 257, 259, 262, 263, 264, 265, 266, 274, 277, 278, 282, 283, 284, 286, 287, 290, 292, 293,
            296, 317, 322, 323, 332, 334, 346, 351, 512, 513, 514, 515, 531
        };
        for (int tag : single) {
            most.put(tag, 1L);
        }
        for (int tag : new int[] {258, 280, 281, 338, 339, 340, 341, 517, 518, 519, 520, 521}) {
            most.put(tag, SAMPLES);
        }
        for (int tag : new int[] {273, 279, 288, 289, 324, 325, 559}) {
            most.put(tag, ANY);
        }
        most.putAll(Map.of(297, 2L, 318, 2L, 319, 6L, 336, PAIRS, 529, 3L, 530, 2L, 532, 6L, 342, 6L));
        most.putAll(Map.of(291, CURVE, 301, CURVE, 320, CURVE));
        return Map.copyOf(most);
    }

    /** True for fields that are harmless when they hold what they should. */
    static boolean isKnown(int tag) {
        return MOST.containsKey(tag) || NUMBERS.contains(tag) || BYTES.contains(tag) || tag == IMAGEJ_COUNTS;
    }

    /** True when a known field holds as many numbers as it should. */
    static boolean isSound(TiffFile file, Ifd directory, int tag) throws IOException {
        int type = directory.type(tag);
        if (BYTES.contains(tag)) {
            return type != ASCII;
        }
        if (type == ASCII || type == UNDEFINED || type == 0) {
            return false;
        }
        if (tag == IMAGEJ_COUNTS) {
            return countsImageJ(file, directory);
        }
        long most = MOST.getOrDefault(tag, ANY);
        long samples = most < 0 && directory.type(Tag.SAMPLES_PER_PIXEL) == SHORT
                ? Math.max(4, directory.number(Tag.SAMPLES_PER_PIXEL, 1))
                : 4096;
        return directory.count(tag) <= (most == SAMPLES ? samples : most == PAIRS ? 2 * samples + 2 : most);
    }

    /** The counts account for the texts. */
    private static boolean countsImageJ(TiffFile file, Ifd directory) throws IOException {
        long end = directory.valueOffset(IMAGEJ_COUNTS) + directory.valueBytes(IMAGEJ_COUNTS);
        if (directory.type(IMAGEJ_COUNTS) != 4 || end > file.sizeBytes()) {
            return false;
        }
        long left = directory.valueBytes(IMAGEJ_TEXTS);
        for (long i = 0; i < directory.count(IMAGEJ_COUNTS) && left >= 0; i++) {
            left -= directory.number(IMAGEJ_COUNTS, 0, i);
        }
        return left >= 0;
    }
}
