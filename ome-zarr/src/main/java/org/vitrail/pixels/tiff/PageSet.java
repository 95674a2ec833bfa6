package org.vitrail.pixels.tiff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.vitrail.pixels.UnsupportedImage;

/** The pages of several files that are planes of the image; thumbnails and masks are left out. */
final class PageSet {

    private static final long REDUCED_OR_MASK = 0b101;

    private final PageLayout layout;
    private final PageReader reader;
    private final List<TiffFile> files;
    private final List<int[]> pages;

    private PageSet(PageLayout layout, List<TiffFile> files, List<int[]> pages) {
        this.layout = layout;
        this.reader = new PageReader(layout);
        this.files = files;
        this.pages = pages;
    }

    /**
     * Looks at every page once.
     *
     * @throws UnsupportedImage when pages differ in size or type, or are compressed in a way that is not supported
     */
    static PageSet of(List<TiffFile> files) throws IOException {
        PageLayout first = PageLayout.of(files.get(0), files.get(0).page(0));
        List<int[]> pages = new ArrayList<>();
        for (TiffFile file : files) {
            int[] full = new int[file.pageCount()];
            int count = 0;
            for (int page = 0; page < full.length; page++) {
                Ifd ifd = file.page(page);
                if ((ifd.number(Tag.NEW_SUBFILE_TYPE, 0) & REDUCED_OR_MASK) != 0 && page > 0) {
                    continue;
                }
                PageLayout layout = PageLayout.of(file, ifd);
                BlockDecoder.checkSupported(file, layout.compression());
                if (!layout.sameImageAs(first)) {
                    throw new UnsupportedImage("Page %d of %s is another image than the first page: %s instead of %s. "
                                    .formatted(page + 1, file.name(), text(layout), text(first))
                            + "Files with several images come with a later release; save each as a file of its own.");
                }
                full[count++] = page;
            }
            pages.add(java.util.Arrays.copyOf(full, count));
        }
        return new PageSet(first, files, pages);
    }

    private static String text(PageLayout layout) {
        return layout.width() + " × " + layout.height() + " " + layout.type().numpyName()
                + (layout.samples() > 1 ? " × " + layout.samples() : "");
    }

    PageLayout layout() {
        return layout;
    }

    /** Pages of a file that are planes. */
    int count(int file) {
        return pages.get(file).length;
    }

    /** Number of the file and of the page for the n-th plane of all files together. */
    void read(long plane, int sample, PlaneMap.Rectangle area, byte[] destination) throws IOException {
        int file = 0;
        long page = plane;
        while (page >= pages.get(file).length) {
            page -= pages.get(file++).length;
        }
        read(file, pages.get(file)[(int) page], sample, area, destination);
    }

    /** Reads from a page by its number in the file. */
    void read(int file, int page, int sample, PlaneMap.Rectangle area, byte[] destination) throws IOException {
        PageReader.Region region = new PageReader.Region(sample, area.y(), area.x(), area.height(), area.width());
        reader.read(files.get(file), page, region, destination);
    }
}
