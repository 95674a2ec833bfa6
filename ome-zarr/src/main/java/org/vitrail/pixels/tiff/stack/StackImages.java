package org.vitrail.pixels.tiff.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.SourceMetadata;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.tiff.file.Ifd;
import org.vitrail.pixels.tiff.file.Tag;
import org.vitrail.pixels.tiff.file.TiffFile;
import org.vitrail.pixels.tiff.ome.LengthUnits;
import org.vitrail.pixels.tiff.ome.OmeImage.PixelSizes;
import org.vitrail.pixels.tiff.page.BlockCache;
import org.vitrail.pixels.tiff.page.ContiguousPlanes;
import org.vitrail.pixels.tiff.page.PageLayout;
import org.vitrail.pixels.tiff.page.PageReader;
import org.vitrail.pixels.tiff.page.PageSeries;
import org.vitrail.pixels.tiff.page.PlaneMap;
import org.vitrail.pixels.tiff.page.TiffPixels;
import org.vitrail.pixels.tiff.stack.StackAxes.Axis;

/** Makes images out of pages that no OME-XML describes: by ImageJ's, tifffile's or Zeiss LSM's description, or page by page. */
public final class StackImages {

    private final List<List<PageSeries>> files = new ArrayList<>();
    private final BlockCache cache;
    private final String axes;

    private StackImages(BlockCache cache, String axes) {
        this.cache = cache;
        this.axes = axes;
    }

    /** One image over all files, or the several images of one file. */
    public static List<PixelSource> of(List<TiffFile> files, String axes, BlockCache cache) throws IOException {
        StackImages made = new StackImages(cache, axes);
        for (TiffFile file : files) {
            made.files.add(PageSeries.of(file));
        }
        String description = description(files.get(0), files.get(0).page(0));
        if (files.size() > 1) {
            return made.overFiles(ShapedText.looksLike(description) ? description : "");
        }
        List<PixelSource> images = new ArrayList<>();
        for (PageSeries series : made.files.get(0)) {
            String own = images.isEmpty() ? description : description(files.get(0), series.first());
            images.addAll(made.images(List.of(series), images.isEmpty() || ShapedText.looksLike(own) ? own : ""));
        }
        return images;
    }

    /** What describes the pages: tifffile puts it into a second field of the same number where people have words of their own. */
    private static String description(TiffFile file, Ifd page) throws IOException {
        String first = page.text(Tag.IMAGE_DESCRIPTION);
        if (ShapedText.looksLike(first) || ImageJText.looksLike(first)) {
            return first;
        }
        for (Ifd.Outside value : page.outside()) {
            boolean further = value.tag() == Tag.IMAGE_DESCRIPTION && value.repeated();
            if (further && value.length() > 0 && value.length() <= ShapedText.MOST_CHARACTERS) {
                byte[] bytes = file.bytes(value.offset(), (int) value.length()).array();
                String text = new String(bytes, StandardCharsets.UTF_8).replace("\0", "");
                if (ShapedText.looksLike(text)) {
                    return text;
                }
            }
        }
        return first;
    }

    private List<PixelSource> overFiles(String description) throws IOException {
        List<PageSeries> series = new ArrayList<>();
        PageSeries first = files.get(0).get(0);
        for (List<PageSeries> ofFile : files) {
            PageSeries own = ofFile.get(0);
            if (ofFile.size() > 1 || !own.layout().sameImageAs(first.layout())) {
                throw new UnsupportedImage(
                        "TIFF file %s is another image than %s: its pages have other sizes or types. Give them as separate images."
                                .formatted(own.file().name(), first.file().name()));
            }
            if (own.count() != first.count()) {
                throw new UnreadableImage(
                        "Files of one image have equally many pages, but %s has %d and %s has %d. Give them as separate images."
                                .formatted(
                                        first.file().name(),
                                        first.count(),
                                        own.file().name(),
                                        own.count()));
            }
            series.add(own);
        }
        return images(series, description);
    }

    private List<PixelSource> images(List<PageSeries> series, String description) throws IOException {
        PageSeries first = series.get(0);
        PageLayout layout = first.layout();
        Ifd page = first.first();
        ImageJText imageJ = ImageJText.looksLike(description) ? ImageJText.parse(description) : null;
        int truncated = ShapedText.truncated(description, layout.samples());
        requireCounted(truncated, first, layout);
        boolean contiguous = (imageJ != null && imageJ.images() > 1 || truncated > 1)
                && first.count() == 1
                && ContiguousPlanes.canHold(layout);
        LsmInfo lsm = series.size() == 1 ? LsmInfo.of(first.file(), page) : null;
        PageAxes found = lsm != null
                ? PageAxes.of(lsm.axes(first.file(), first.count()), layout.samples())
                : axes(series, description, imageJ, contiguous, truncated);
        boolean composite = imageJ != null && imageJ.isColored() && layout.samples() == 1;
        PixelSizes sizes = lsm != null ? lsm.pixelSizes() : pixelSizes(imageJ, page);
        StackAxes named =
                StackAxes.named(found, axes, "TIFF file " + first.file().name());
        List<PixelSource> images = new ArrayList<>();
        for (StackAxes stack : named.images()) {
            PixelShape shape = stack.shape(layout.height(), layout.width());
            PlaneMap map = contiguous ? contiguous(first.file(), page, layout, stack) : pages(series, layout, stack);
            PageColors colors = PageColors.of(page, layout, stack.samplesName(), shape.c());
            colors = composite ? colors.or(ImageJColors.of(page, first.file().order(), shape.c())) : colors;
            images.add(new TiffPixels(shape, layout.type(), metadata(sizes, colors, stack), map));
        }
        return images;
    }

    private static PageAxes axes(
            List<PageSeries> series, String description, ImageJText imageJ, boolean contiguous, int truncated) {
        int pages = truncated > 1 ? truncated : series.get(0).count();
        PageLayout layout = series.get(0).layout();
        if (contiguous && truncated == 0 || imageJ != null && imageJ.images() == pages && imageJ.isConsistent()) {
            return PageAxes.of(imageJAxes(imageJ), layout.samples());
        }
        PageAxes shaped = ShapedText.axes(description, pages, layout.samples(), layout.chunky());
        if (shaped != null) {
            return shaped.over(series.size());
        }
        List<Axis> found = new ArrayList<>();
        add(found, null, pages);
        return PageAxes.of(found, layout.samples()).over(series.size());
    }

    /** Planes that no page counts are read behind a single page; elsewhere they would be lost without a word. */
    private static void requireCounted(int truncated, PageSeries series, PageLayout layout) {
        if (truncated > 1 && (series.count() > 1 || !ContiguousPlanes.canHold(layout))) {
            throw new UnsupportedImage(
                    "TIFF file %s has planes without pages (tifffile's truncate) in several series. Save each as a file of its own."
                            .formatted(series.file().name()));
        }
    }

    private static List<Axis> imageJAxes(ImageJText text) {
        if (!text.isConsistent()) {
            return List.of(new Axis(null, text.images()));
        }
        List<Axis> found = new ArrayList<>();
        add(found, 't', text.frames());
        add(found, 'z', text.slices());
        add(found, 'c', text.channels());
        return found;
    }

    private static void add(List<Axis> found, Character name, int size) {
        if (size > 1) {
            found.add(new Axis(name, size));
        }
    }

    private static PlaneMap contiguous(TiffFile file, Ifd page, PageLayout layout, StackAxes stack) throws IOException {
        int samples = layout.samples();
        long count = stack.shape(layout.height(), layout.width()).planes() / samples;
        ContiguousPlanes planes = new ContiguousPlanes(file, page, layout, count);
        return (t, c, z, area, to) -> {
            long plane = stack.plane(t, c, z);
            planes.read(plane / samples, (int) (plane % samples), area, to);
        };
    }

    private PlaneMap pages(List<PageSeries> series, PageLayout layout, StackAxes stack) {
        PageReader reader = new PageReader(layout, cache);
        int samples = layout.samples();
        int ofFile = series.get(0).count();
        return (t, c, z, area, to) -> {
            long plane = stack.plane(t, c, z);
            long page = plane / samples;
            PageSeries file = series.get((int) (page / ofFile));
            reader.read(file.file(), file.page((int) (page % ofFile)), area.of((int) (plane % samples)), to);
        };
    }

    private static PixelSizes pixelSizes(ImageJText imageJ, Ifd page) throws IOException {
        if (imageJ == null) {
            return Resolution.of(page);
        }
        return new PixelSizes(
                LengthUnits.micrometer(1 / page.rational(Tag.X_RESOLUTION), imageJ.unit()),
                LengthUnits.micrometer(1 / page.rational(Tag.Y_RESOLUTION), imageJ.unit()),
                LengthUnits.micrometer(Math.abs(imageJ.spacing()), imageJ.unit()),
                imageJ.interval());
    }

    private static SourceMetadata metadata(PixelSizes sizes, PageColors colors, StackAxes stack) {
        String letters = stack.letters();
        SourceMetadata metadata = new SourceMetadata(
                stack.label(),
                letters,
                sizes.x(),
                sizes.y(),
                letters.contains("z") ? sizes.z() : null,
                colors.channels(),
                colors.rgb());
        return letters.contains("t") ? metadata.withTimeStep(sizes.t()) : metadata;
    }
}
