package org.vitrail.pixels.tiff.ome;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.SourceMetadata;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.tiff.block.BlockDecoder;
import org.vitrail.pixels.tiff.file.Ifd;
import org.vitrail.pixels.tiff.file.TiffFile;
import org.vitrail.pixels.tiff.ome.OmeImage.TiffData;
import org.vitrail.pixels.tiff.ome.OmePlanes.Place;
import org.vitrail.pixels.tiff.page.BlockCache;
import org.vitrail.pixels.tiff.page.PageLayout;
import org.vitrail.pixels.tiff.page.PageReader;
import org.vitrail.pixels.tiff.page.PlaneMap;
import org.vitrail.pixels.tiff.page.TiffPixels;

/** Makes images out of an OME-XML document; one whose axes are folded (Modulo) becomes one image for each position of those. */
public final class OmeImages {

    private final OmeSource source;
    private final BlockCache cache;
    private final List<PixelSource> images = new ArrayList<>();

    private OmeImages(OmeSource source, BlockCache cache) {
        this.source = source;
        this.cache = cache;
    }

    /** @throws UnreadableImage when the document does not fit the pages, or a file is missing */
    public static List<PixelSource> of(OmeSource source, BlockCache cache) throws IOException {
        OmeImages made = new OmeImages(source, cache);
        for (OmeImage image : source.document().images()) {
            try {
                made.add(image);
            } catch (ArithmeticException | IllegalArgumentException absurd) {
                throw new UnreadableImage(
                        "The OME-XML in %s claims a size that no image has (%s). Check that the file was copied whole."
                                .formatted(source.name(), absurd.getMessage()),
                        absurd);
            }
        }
        return made.images;
    }

    private void add(OmeImage image) throws IOException {
        TiffData any =
                image.blocks().isEmpty() ? TiffData.WHOLE_FILE : image.blocks().get(0);
        TiffFile file = source.file(any).get();
        Ifd page = file.page(any.page());
        PageLayout layout = PageLayout.of(file, page);
        BlockDecoder.checkSupported(file, layout.compression());
        boolean unsaid = image.samplesPerPixel() == 1 && image.sizeC() % layout.samples() == 0;
        if (image.samplesPerPixel() != layout.samples() && !unsaid || image.sizeC() % layout.samples() != 0) {
            throw new UnreadableImage(
                    "The OME-XML in %s claims %d samples a pixel, the pages have %d. Save the file again."
                            .formatted(source.name(), image.samplesPerPixel(), layout.samples()));
        }
        OmePlanes planes = new OmePlanes(source, image, layout.samples());
        PageReader reader = new PageReader(layout, cache);
        boolean rgb = layout.isRgb(page) && image.sizeC() == 3;
        for (Folding folding : Folding.of(image, layout.samples())) {
            PixelShape shape = new PixelShape(
                    folding.size('T'),
                    Math.multiplyExact(folding.size('C'), layout.samples()),
                    folding.size('Z'),
                    layout.height(),
                    layout.width());
            PlaneMap map = (t, c, z, area, to) -> {
                Place place = planes.place(
                        folding.index('T', t), folding.index('C', c / layout.samples()), folding.index('Z', z));
                reader.read(place.file(), place.page(), area.of(c % layout.samples()), to);
            };
            images.add(new TiffPixels(shape, layout.type(), metadata(image, folding, shape, rgb), map));
        }
    }

    private static SourceMetadata metadata(OmeImage image, Folding folding, PixelShape shape, boolean rgb) {
        String letters = (shape.t() > 1 ? "t" : "") + (shape.c() > 1 ? "c" : "") + (shape.z() > 1 ? "z" : "") + "yx";
        String suffix = folding.label();
        String name = suffix.isEmpty() ? image.name() : image.name() == null ? suffix : image.name() + " " + suffix;
        SourceMetadata metadata = new SourceMetadata(
                name,
                letters,
                image.pixelSizes().x(),
                image.pixelSizes().y(),
                image.pixelSizes().z(),
                image.channels().size() == shape.c() ? image.channels() : List.of(),
                rgb,
                image.well());
        return shape.t() > 1 ? metadata.withTimeStep(image.pixelSizes().t()) : metadata;
    }
}
