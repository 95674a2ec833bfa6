package org.vitrail.pixels.tiff.ome;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.tiff.file.LazyTiff;
import org.vitrail.pixels.tiff.file.TiffFile;
import org.vitrail.pixels.tiff.ome.OmeImage.TiffData;

/**
 * Where the planes of one image lie, as TiffData elements place them in one or several files; of several for one plane the last
 * counts. OME-TIFF specification 6, "The TiffData element". Memory depends on the number of elements, not of planes.
 */
final class OmePlanes {

    private final OmeSource source;
    private final OmeImage image;
    private final int channels;
    private final long planes;
    private final TreeMap<Long, Run> runs = new TreeMap<>();

    /** So many planes on consecutive pages. */
    private record Run(long planes, LazyTiff file, long page) {}

    /** A page of a file. */
    record Place(TiffFile file, int page) {}

    /** @throws UnreadableImage when a plane has no page, or its file is missing */
    OmePlanes(OmeSource source, OmeImage image, int samplesPerPixel) throws IOException {
        this.source = source;
        this.image = image;
        this.channels = image.sizeC() / samplesPerPixel;
        this.planes = Math.multiplyExact(Math.multiplyExact((long) channels, image.sizeZ()), image.sizeT());
        List<TiffData> blocks = image.blocks().isEmpty() ? List.of(TiffData.WHOLE_FILE) : image.blocks();
        for (TiffData block : blocks) {
            place(block);
        }
        checkGaps();
        checkPages();
    }

    private void place(TiffData block) throws IOException {
        LazyTiff file = source.file(block);
        long at = position(block.firstT(), block.firstC(), block.firstZ());
        if (at < 0 || block.page() < 0) {
            throw broken(
                    "planes on page %d of %s, at a place outside the image".formatted(block.page() + 1L, file.name()));
        }
        long there = block.count() < 0 ? file.get().pageCount() - (long) block.page() : block.count();
        long count = Math.min(there, planes - at);
        if (count > 0) {
            cut(at);
            cut(at + count);
            runs.subMap(at, at + count).clear();
            put(at, new Run(count, file, block.page()));
        }
    }

    /** One run with the one before where pages go on: writers like an element for each plane. */
    private void put(long at, Run run) {
        Map.Entry<Long, Run> before = runs.lowerEntry(at);
        if (before != null) {
            Run earlier = before.getValue();
            long pageAfter = earlier.page + at - before.getKey();
            if (before.getKey() + earlier.planes == at && earlier.file == run.file && pageAfter == run.page) {
                runs.put(before.getKey(), new Run(earlier.planes + run.planes, run.file, earlier.page));
                return;
            }
        }
        runs.put(at, run);
    }

    /** Lets a run begin at a plane, where one goes across it. */
    private void cut(long at) {
        Map.Entry<Long, Run> before = runs.lowerEntry(at);
        if (before != null && before.getKey() + before.getValue().planes > at) {
            Run run = before.getValue();
            long first = at - before.getKey();
            runs.put(before.getKey(), new Run(first, run.file, run.page));
            runs.putIfAbsent(at, new Run(run.planes - first, run.file, run.page + first));
        }
    }

    private void checkGaps() {
        long next = 0;
        for (Map.Entry<Long, Run> run : runs.entrySet()) {
            if (run.getKey() > next) {
                break;
            }
            next = run.getKey() + run.getValue().planes;
        }
        if (next < planes) {
            throw broken("no page for plane number %d of %d (%d channels × %d sections × %d time points)"
                    .formatted(next, planes, channels, image.sizeZ(), image.sizeT()));
        }
    }

    /** Files that nobody looked into yet are checked when they are read. */
    private void checkPages() throws IOException {
        runs.firstEntry().getValue().file.get();
        for (Run run : runs.values()) {
            if (run.file.isOpened() && run.page + run.planes > run.file.get().pageCount()) {
                throw broken("planes on page %d to %d, of %d in %s"
                        .formatted(
                                run.page + 1,
                                run.page + run.planes,
                                run.file.get().pageCount(),
                                run.file.name()));
            }
        }
    }

    /** Position in DimensionOrder, whose first letter runs fastest; −1 when it is outside. */
    private long position(int t, int c, int z) {
        long position = 0;
        for (int i = 2; i >= 0; i--) {
            char axis = image.order().charAt(i);
            int size = axis == 'C' ? channels : image.size(axis);
            int index = axis == 'C' ? c : axis == 'Z' ? z : t;
            if (index < 0 || index >= size) {
                return -1;
            }
            position = position * size + index;
        }
        return position;
    }

    /** Where a plane lies. @param c counts planes, not samples */
    Place place(int t, int c, int z) throws IOException {
        long plane = position(t, c, z);
        Map.Entry<Long, Run> run = runs.floorEntry(plane);
        long page = run.getValue().page + plane - run.getKey();
        return new Place(run.getValue().file.get(), (int) Math.min(page, Integer.MAX_VALUE));
    }

    private UnreadableImage broken(String what) {
        return new UnreadableImage(
                "The OME-XML in %s claims %s. Check that the file was copied whole, or save it again."
                        .formatted(source.name(), what));
    }
}
