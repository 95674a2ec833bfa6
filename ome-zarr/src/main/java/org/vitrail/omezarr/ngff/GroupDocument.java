package org.vitrail.omezarr.ngff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a group of either version says: OME-NGFF 0.5 keeps its metadata under {@code attributes.ome} of {@code zarr.json}, 0.4 in
 * {@code .zattrs}. OME-NGFF 0.5 §ome-xml-layout, 0.4 §image-layout.
 *
 * @param version {@code 0.4} or {@code 0.5}, by the version of Zarr
 * @param attributes what holds {@code multiscales}, {@code plate}, {@code labels} …; empty when there is nothing
 * @param root the document as it is stored
 */
public record GroupDocument(String version, JsonNode attributes, JsonNode root) {

    private static final int MOST_LABELS = 10_000;
    private static final int MOST_FIELDS = 10_000;
    private static final int MOST_SERIES = 100_000;

    /** Of a {@code zarr.json}; @throws BadMetadata when it is no group of Zarr v3 */
    public static GroupDocument ofVersion3(byte[] document) throws BadMetadata {
        JsonNode root = Json.parse(document);
        if (!ArrayParser.isNumber(root.path("zarr_format"), 3)
                || !root.path("node_type").asText("group").equals("group")) {
            throw new BadMetadata("it is no group of Zarr v3 (Zarr v3 core, group metadata)");
        }
        return new GroupDocument("0.5", root.path("attributes").path("ome"), root);
    }

    /** Of a {@code .zattrs}; null when there is none. @throws BadMetadata when it is no JSON object */
    public static GroupDocument ofVersion2(byte[] document) throws BadMetadata {
        JsonNode root = document == null ? JsonNodeFactory.instance.objectNode() : Json.parse(document);
        return new GroupDocument("0.4", root, root);
    }

    /** Attributes of our own, which other writers do not have: a missing node then. */
    public JsonNode vitrail() {
        return (version.equals("0.4") ? root : root.path("attributes")).path("vitrail");
    }

    /** The image; @throws BadMetadata when it is none */
    public ImageDocument image() throws BadMetadata {
        return new ImageParser(attributes, version).parse();
    }

    /** True when the group is an image. */
    public boolean isImage() {
        return attributes.has("multiscales");
    }

    /** True when the group is a plate. */
    public boolean isPlate() {
        return attributes.has("plate");
    }

    /** True when the group is a well. */
    public boolean isWell() {
        return attributes.has("well");
    }

    /** True when the group holds numbered images. OME-NGFF §bioformats2raw.layout. */
    public boolean isCollection() {
        return attributes.has("bioformats2raw.layout");
    }

    /** The wells; @throws BadMetadata when the group is no plate, or an absurd one */
    public PlateListing plate() throws BadMetadata {
        return PlateListing.parse(attributes.path("plate"));
    }

    /** Paths of a well's images below it, in order. OME-NGFF §well. @throws BadMetadata when there are too many, or one stands twice */
    public List<String> fields() throws BadMetadata {
        JsonNode images = attributes.path("well").path("images");
        requireAtMost("well.images", images.size(), MOST_FIELDS);
        List<String> paths = new ArrayList<>();
        images.forEach(image -> paths.add(image.path("path").asText()));
        return different("well.images", paths);
    }

    /** Paths of a collection's images, of the group {@code OME}; empty where they are not listed. @throws BadMetadata as {@link #fields} */
    public List<String> series() throws BadMetadata {
        return different("series", texts("series", MOST_SERIES));
    }

    private static List<String> different(String list, List<String> paths) throws BadMetadata {
        Set<String> seen = new HashSet<>();
        for (String path : paths) {
            if (!seen.add(path)) {
                throw new BadMetadata(list + " has the path \"" + path + "\" twice");
            }
        }
        return List.copyOf(paths);
    }

    private static void requireAtMost(String list, int size, int most) throws BadMetadata {
        if (size > most) {
            throw new BadMetadata(list + " has " + size + " entries, at most " + most + " are taken");
        }
    }

    /** Names in a list of label images; @throws BadMetadata when there are too many */
    public List<String> labels() throws BadMetadata {
        return different("labels", texts("labels", MOST_LABELS));
    }

    /** Texts of a list, in order. @throws BadMetadata when there are more than that many */
    public List<String> texts(String list, int most) throws BadMetadata {
        JsonNode found = attributes.path(list);
        requireAtMost(list, found.size(), most);
        List<String> texts = new ArrayList<>();
        found.forEach(text -> texts.add(text.asText()));
        return List.copyOf(texts);
    }
}
