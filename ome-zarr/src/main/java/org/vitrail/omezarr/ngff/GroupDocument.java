package org.vitrail.omezarr.ngff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;

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

    /** Of a {@code zarr.json}; @throws BadMetadata when it is no group of Zarr v3 */
    public static GroupDocument ofVersion3(byte[] document) throws BadMetadata {
        JsonNode root = Json.parse(document);
        if (root.path("zarr_format").asInt() != 3
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

    /** The image; @throws BadMetadata when it is none */
    public ImageDocument image() throws BadMetadata {
        return new ImageParser(attributes, version).parse();
    }

    /** Names in a list of label images; @throws BadMetadata when there are too many */
    public List<String> labels() throws BadMetadata {
        return texts("labels", MOST_LABELS);
    }

    /** Texts of a list, in order. @throws BadMetadata when there are more than that many */
    public List<String> texts(String list, int most) throws BadMetadata {
        JsonNode found = attributes.path(list);
        if (found.size() > most) {
            throw new BadMetadata(list + " has " + found.size() + " entries, at most " + most + " are taken");
        }
        List<String> texts = new ArrayList<>();
        found.forEach(text -> texts.add(text.asText()));
        return List.copyOf(texts);
    }
}
