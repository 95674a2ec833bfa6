package org.vitrail.pixels.tiff;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.SourceMetadata;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.tiff.StackAxes.Axis;

/** Opens the first image that TIFF files hold together: by their OME-XML, ImageJ's description, or page by page. */
public final class TiffImages {

    private TiffImages() {}

    /** True when a file begins as TIFF or BigTIFF does. @param head its first bytes, at least 4 */
    public static boolean looksLike(byte[] head) {
        boolean little = head[0] == 'I' && head[1] == 'I' && (head[2] == 42 || head[2] == 43) && head[3] == 0;
        boolean large = head[0] == 'M' && head[1] == 'M' && head[2] == 0 && (head[3] == 42 || head[3] == 43);
        return little || large;
    }

    /**
     * Opens; all files must be TIFF.
     *
     * @param axes hint, or null
     * @throws UnreadableImage when a file is damaged or does not say what its pages are
     * @throws UnsupportedImage for slide scanners' files, and compressions that come later
     */
    public static PixelSource open(List<Path> paths, String axes) throws IOException {
        List<TiffFile> files = new ArrayList<>();
        boolean opened = false;
        try {
            for (Path path : paths) {
                files.add(new TiffFile(path));
            }
            PixelSource source = openAll(List.copyOf(files), axes);
            opened = true;
            return source;
        } catch (ArithmeticException | IllegalArgumentException absurd) {
            throw new UnreadableImage(
                    "TIFF file %s claims a size that no image has (%s). Check that it was copied whole."
                            .formatted(files.get(0).name(), absurd.getMessage()),
                    absurd);
        } finally {
            if (!opened) {
                for (TiffFile file : files) {
                    file.close();
                }
            }
        }
    }

    private static PixelSource openAll(List<TiffFile> files, String axes) throws IOException {
        Ifd page = files.get(0).page(0);
        String description = page.text(Tag.IMAGE_DESCRIPTION);
        refuseSlides(files.get(0), page, description);
        if (OmeXml.looksLike(description)) {
            return ome(files, OmeXml.parse(description, files.get(0).name()));
        }
        return stack(files, axes, description, page);
    }

    private static void refuseSlides(TiffFile file, Ifd page, String description) throws IOException {
        boolean aperio = description.startsWith("Aperio");
        boolean hamamatsu =
                page.has(Tag.HAMAMATSU_FORMAT) || page.text(Tag.MAKE).startsWith("Hamamatsu");
        if (aperio || hamamatsu) {
            throw new UnsupportedImage(
                    ("%s is a whole-slide scan (%s). Such files hold label and overview pictures that can reveal a person; "
                                    + "they are taken by a later release that checks them. Export the region as OME-TIFF instead.")
                            .formatted(file.name(), aperio ? "Aperio SVS" : "Hamamatsu NDPI"));
        }
    }

    private static PixelSource ome(List<TiffFile> files, OmeXml ome) throws IOException {
        PageLayout layout = PageLayout.of(files.get(0), files.get(0).page(0));
        BlockDecoder.checkSupported(files.get(0), layout.compression());
        PixelShape shape = new PixelShape(ome.sizeT(), ome.sizeC(), ome.sizeZ(), layout.height(), layout.width());
        if (ome.sizeC() % ome.samplesPerPixel() != 0 || ome.samplesPerPixel() != layout.samples()) {
            throw new UnreadableImage(
                    "The OME-XML in %s claims %d samples a pixel, the pages have %d. Save the file again."
                            .formatted(files.get(0).name(), ome.samplesPerPixel(), layout.samples()));
        }
        String letters =
                (ome.sizeT() > 1 ? "t" : "") + (ome.sizeC() > 1 ? "c" : "") + (ome.sizeZ() > 1 ? "z" : "") + "yx";
        SourceMetadata metadata = new SourceMetadata(
                ome.name(),
                letters,
                ome.pixelSizeX(),
                ome.pixelSizeY(),
                ome.pixelSizeZ(),
                ome.channels().size() == ome.sizeC() ? ome.channels() : List.of(),
                isRgb(files.get(0), layout) && ome.sizeC() == 3);
        return new TiffPixels(shape, layout.type(), metadata, new OmePlanes(ome, files, layout), files);
    }

    private static PixelSource stack(List<TiffFile> files, String axes, String description, Ifd page)
            throws IOException {
        PageSet pages = PageSet.of(files);
        PageLayout layout = pages.layout();
        ImageJText imageJ =
                ImageJText.looksLike(description) && files.size() == 1 ? ImageJText.parse(description) : null;
        boolean contiguous =
                imageJ != null && imageJ.images() > 1 && pages.count(0) == 1 && ContiguousPlanes.canHold(layout);
        List<Axis> found = contiguous || imageJ != null && imageJ.images() == pages.count(0) && imageJ.isConsistent()
                ? imageJAxes(imageJ)
                : pageAxes(files, pages);
        boolean rgb = layout.samples() > 1;
        StackAxes stack =
                StackAxes.named(found, axes, rgb, "TIFF file " + files.get(0).name());
        PixelShape shape = stack.shape(layout.samples(), layout.height(), layout.width());
        SourceMetadata metadata =
                metadata(imageJ, page, stack.letters(layout.samples()), isRgb(files.get(0), layout) && shape.c() == 3);
        PlaneMap map;
        if (contiguous) {
            ContiguousPlanes planes = new ContiguousPlanes(files.get(0), layout, shape.planes());
            map = (t, c, z, area, to) -> planes.read(stack.plane(t, c, z), area, to);
        } else {
            int samples = layout.samples();
            map = (t, c, z, area, to) -> pages.read(stack.plane(t, c / samples, z), c % samples, area, to);
        }
        return new TiffPixels(shape, layout.type(), metadata, map, files);
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

    private static List<Axis> pageAxes(List<TiffFile> files, PageSet pages) {
        List<Axis> found = new ArrayList<>();
        add(found, null, files.size());
        add(found, null, pages.count(0));
        for (int i = 1; i < files.size(); i++) {
            if (pages.count(i) != pages.count(0)) {
                throw new UnreadableImage(
                        "Files of one image have equally many pages, but %s has %d and %s has %d. Give them as separate images."
                                .formatted(
                                        files.get(0).name(),
                                        pages.count(0),
                                        files.get(i).name(),
                                        pages.count(i)));
            }
        }
        return found;
    }

    private static void add(List<Axis> found, Character name, int size) {
        if (size > 1) {
            found.add(new Axis(name, size));
        }
    }

    private static SourceMetadata metadata(ImageJText imageJ, Ifd page, String letters, boolean rgb)
            throws IOException {
        if (imageJ == null) {
            return new SourceMetadata(null, letters, null, null, null, List.of(), rgb);
        }
        return new SourceMetadata(
                null,
                letters,
                LengthUnits.micrometer(1 / page.rational(Tag.X_RESOLUTION), imageJ.unit()),
                LengthUnits.micrometer(1 / page.rational(Tag.Y_RESOLUTION), imageJ.unit()),
                letters.contains("z") ? LengthUnits.micrometer(imageJ.spacing(), imageJ.unit()) : null,
                List.of(),
                rgb);
    }

    private static boolean isRgb(TiffFile file, PageLayout layout) throws IOException {
        return layout.samples() == 3
                && (file.page(0).number(Tag.PHOTOMETRIC, 1) == 2 || PictureBlocks.isPicture(layout.compression()));
    }
}
