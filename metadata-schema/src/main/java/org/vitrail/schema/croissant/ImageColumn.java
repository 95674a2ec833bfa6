package org.vitrail.schema.croissant;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrail.schema.dataset.Curie;
import org.vitrail.schema.dataset.LicenseInfo;
import org.vitrail.schema.dataset.PixelDescription;
import org.vitrail.schema.dataset.PixelSize;
import org.vitrail.schema.dataset.PlatePosition;
import org.vitrail.schema.dataset.PublishedImage;
import org.vitrail.schema.dataset.PublishedLabel;
import org.vitrail.schema.dataset.RecordForm;
import org.vitrail.schema.dataset.TermReference;
import org.vitrail.schema.xml.XmlText;

/**
 * A column of the table of images, which is a field of Croissant's records.
 *
 * @param types Croissant data types
 * @param repeated whether a cell holds several values, divided by {@link #SEPARATOR}
 * @param cell the value of an image; null where there is none
 */
record ImageColumn(
        String name, String description, List<String> types, boolean repeated, Function<PublishedImage, Object> cell) {
    /** Stands in no URL of ours and in no IRI; in a label's text it is replaced by a slash. */
    static final String SEPARATOR = "|";

    static final String KEY = "id";
    static final String SPLIT = "split";
    private static final List<String> TEXT = List.of("sc:Text");
    private static final List<String> URL = List.of("sc:URL");
    private static final List<String> INTEGER = List.of("sc:Integer");
    private static final List<String> FLOAT = List.of("sc:Float");

    ImageColumn {
        types = List.copyOf(types);
    }

    static List<ImageColumn> all() {
        return Stream.of(identity(), pixels(), meaning()).flatMap(List::stream).toList();
    }

    private static List<ImageColumn> identity() {
        return List.of(
                one(KEY, "Identifier of the image, the same in every version.", TEXT, PublishedImage::imageId),
                one("name", "Name of the image.", TEXT, PublishedImage::name),
                one("image_set", "Images of a set were taken alike.", TEXT, PublishedImage::imageSet),
                one("page", "Page of the image.", URL, PublishedImage::landingPage),
                one("zarr", "Root of the OME-Zarr; empty unless access is open.", URL, PublishedImage::zarr),
                one("thumbnail", "A small picture; empty unless access is open.", URL, PublishedImage::thumbnail),
                one("pixel_digest", "SHA-256 vitrail-pixels-1 of the pixels.", TEXT, PublishedImage::digest),
                one("size_bytes", "Size as stored.", INTEGER, PublishedImage::sizeBytes),
                many(
                        "labels",
                        "Roots of the OME-Zarr of segmentations of the image; a pixel's value is its object.",
                        List.of("sc:URL", "cr:Label"),
                        image -> image.labels().stream()
                                .map(PublishedLabel::zarr)
                                .filter(Objects::nonNull)
                                .map(URI::toString)));
    }

    private static List<ImageColumn> pixels() {
        return List.of(
                pixel("dtype", "Type of a pixel as numpy writes it.", TEXT, PixelDescription::dtype),
                pixel("size_t", "Time points.", INTEGER, PixelDescription::sizeT),
                pixel("size_c", "Channels.", INTEGER, PixelDescription::sizeC),
                pixel("size_z", "Planes.", INTEGER, PixelDescription::sizeZ),
                pixel("size_y", "Rows of pixels.", INTEGER, PixelDescription::sizeY),
                pixel("size_x", "Columns of pixels.", INTEGER, PixelDescription::sizeX),
                edge("pixel_size_x_micrometer", "Width of a pixel.", PixelSize::x),
                edge("pixel_size_y_micrometer", "Height of a pixel.", PixelSize::y),
                edge("pixel_size_z_micrometer", "Distance of planes.", PixelSize::z));
    }

    private static List<ImageColumn> meaning() {
        return List.of(
                many("organism", "Organisms, as IRIs.", URL, image -> iris(image.organisms())),
                many("organism_name", "Organisms, in words.", TEXT, image -> names(image.organisms())),
                many("method", "Imaging methods, as IRIs.", URL, image -> iris(image.imagingMethods())),
                many("method_name", "Imaging methods, in words.", TEXT, image -> names(image.imagingMethods())),
                many("term", "Further ontology terms, as IRIs.", URL, image -> iris(image.terms())),
                one(
                        "license",
                        "License of the image.",
                        URL,
                        image -> LicenseInfo.findById(image.license())
                                .map(LicenseInfo::url)
                                .orElse(image.license())),
                place("plate", "Plate on which it was taken.", TEXT, PlatePosition::plate),
                place("well", "Well of the plate, as B3.", TEXT, PlatePosition::well),
                place("field", "Number inside the well, from 1.", INTEGER, PlatePosition::field),
                one(
                        SPLIT,
                        "Part in machine learning: train, validation or test; empty for none.",
                        TEXT,
                        image -> image.split() == null ? null : RecordForm.word(image.split())));
    }

    private static ImageColumn one(
            String name, String description, List<String> types, Function<PublishedImage, Object> cell) {
        return new ImageColumn(name, description, types, false, cell);
    }

    private static ImageColumn many(
            String name, String description, List<String> types, Function<PublishedImage, Stream<String>> cells) {
        return new ImageColumn(
                name, description, types, true, image -> cells.apply(image).collect(Collectors.joining(SEPARATOR)));
    }

    private static ImageColumn pixel(
            String name, String description, List<String> types, Function<PixelDescription, Object> cell) {
        return one(name, description, types, image -> image.pixels() == null ? null : cell.apply(image.pixels()));
    }

    private static ImageColumn edge(String name, String description, Function<PixelSize, Double> cell) {
        return pixel(
                name,
                description,
                FLOAT,
                pixels -> Optional.ofNullable(pixels.pixelSizeMicrometer())
                        .map(cell)
                        .filter(Double::isFinite)
                        .orElse(null));
    }

    private static ImageColumn place(
            String name, String description, List<String> types, Function<PlatePosition, Object> cell) {
        return one(name, description, types, image -> image.position() == null ? null : cell.apply(image.position()));
    }

    private static Stream<String> iris(List<TermReference> terms) {
        return terms.stream().flatMap(term -> Curie.findIri(term.id()).stream()).distinct();
    }

    private static Stream<String> names(List<TermReference> terms) {
        return terms.stream()
                .filter(term -> !term.notApplicable())
                .map(term -> XmlText.legalOrNull(term.label() == null ? term.id() : term.label()))
                .filter(Objects::nonNull)
                .map(name -> name.replace(SEPARATOR, "/"))
                .distinct();
    }
}
