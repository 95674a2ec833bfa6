package org.vitrail.pixels.tiff.page;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.tiff.block.BlockDecoder;
import org.vitrail.pixels.tiff.file.Ifd;
import org.vitrail.pixels.tiff.file.Tag;
import org.vitrail.pixels.tiff.file.TiffFile;

/**
 * Pages of one file that have the same size, samples and type, wherever in the file they stand, in file order. Reduced resolutions and
 * masks are left out (NewSubfileType, TIFF 6.0 §8), but never the first page.
 */
public final class PageSeries {

    private static final long REDUCED_OR_MASK = 0b101;
    private static final int MOST_SERIES = 10_000;

    private final TiffFile file;
    private final PageLayout layout;
    private int[] pages = new int[4];
    private int count;

    private PageSeries(TiffFile file, PageLayout layout) {
        this.file = file;
        this.layout = layout;
    }

    /**
     * Looks at every page once.
     *
     * @return at least one, in the order of their first pages
     * @throws UnsupportedImage when a page is stored in a way that is not supported, or there are very many series
     */
    public static List<PageSeries> of(TiffFile file) throws IOException {
        Map<Kind, PageSeries> all = new LinkedHashMap<>();
        for (int page = 0; page < file.pageCount(); page++) {
            Ifd ifd = file.page(page);
            if (page > 0 && isReduced(ifd)) {
                continue;
            }
            PageLayout layout = PageLayout.of(file, ifd);
            BlockDecoder.checkSupported(file, layout.compression());
            series(all, file, layout).add(page);
        }
        return List.copyOf(all.values());
    }

    /** The old field counts 2 for a reduced resolution. */
    private static boolean isReduced(Ifd page) throws IOException {
        return (page.number(Tag.NEW_SUBFILE_TYPE, 0) & REDUCED_OR_MASK) != 0 || page.number(Tag.SUBFILE_TYPE, 1) == 2;
    }

    /** What equal pages have in common, as {@link PageLayout#sameImageAs} compares it. */
    private record Kind(PixelType type, long width, long height, int samples) {}

    private static PageSeries series(Map<Kind, PageSeries> all, TiffFile file, PageLayout layout) {
        Kind kind = new Kind(layout.type(), layout.width(), layout.height(), layout.samples());
        if (all.size() == MOST_SERIES && !all.containsKey(kind)) {
            throw new UnsupportedImage("TIFF file %s has pages of more than %d sizes. Save its images as several files."
                    .formatted(file.name(), MOST_SERIES));
        }
        return all.computeIfAbsent(kind, absent -> new PageSeries(file, layout));
    }

    private void add(int page) {
        pages = count == pages.length ? Arrays.copyOf(pages, 2 * count) : pages;
        pages[count++] = page;
    }

    /** That the pages are in. */
    public TiffFile file() {
        return file;
    }

    /** Of every page of the series. */
    public PageLayout layout() {
        return layout;
    }

    /** Number of pages. */
    public int count() {
        return count;
    }

    /** Directory of the series' first page. */
    public Ifd first() throws IOException {
        return file.page(pages[0]);
    }

    /** Number in the file of the n-th page. */
    public int page(int number) {
        return pages[number];
    }
}
