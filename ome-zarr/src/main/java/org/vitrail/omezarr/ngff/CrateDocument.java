package org.vitrail.omezarr.ngff;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;

/** The {@code ro-crate-metadata.json} in an image's root: identifies and links only, as license and credit may be revised. RO-Crate 1.1. */
public final class CrateDocument {

    private CrateDocument() {}

    /**
     * An image of a collection.
     *
     * @param path of its group below the root
     * @param name of the image
     * @param digest its pixel digest
     */
    public record Part(String path, String name, String digest) {}

    /** Crate of one image. @param about landing page, or null */
    public static byte[] print(String name, String digest, URI about) {
        ObjectNode crate = crate();
        ObjectNode root = root(crate, name, "OME-Zarr image", about);
        putDigest(crate, root, "#digest", digest);
        return Json.print(crate);
    }

    /** Crate of a collection or plate. @param about landing page, or null */
    public static byte[] print(String name, List<Part> parts, URI about) {
        ObjectNode crate = crate();
        ArrayNode list = root(crate, name, "OME-Zarr images", about).putArray("hasPart");
        for (Part part : parts) {
            String id = part.path + "/";
            list.addObject().put("@id", id);
            ObjectNode image = graph(crate)
                    .addObject()
                    .put("@id", id)
                    .put("@type", "Dataset")
                    .put("name", part.name);
            putDigest(crate, image, "#digest-" + part.path.replace('/', '-'), part.digest);
        }
        return Json.print(crate);
    }

    private static ArrayNode graph(ObjectNode crate) {
        return (ArrayNode) crate.get("@graph");
    }

    private static ObjectNode crate() {
        ObjectNode crate =
                JsonNodeFactory.instance.objectNode().put("@context", "https://w3id.org/ro/crate/1.1/context");
        ObjectNode descriptor = crate.putArray("@graph")
                .addObject()
                .put("@id", "ro-crate-metadata.json")
                .put("@type", "CreativeWork");
        descriptor.putObject("conformsTo").put("@id", "https://w3id.org/ro/crate/1.1");
        descriptor.putObject("about").put("@id", "./");
        return crate;
    }

    private static ObjectNode root(ObjectNode crate, String name, String kind, URI about) {
        ObjectNode root = graph(crate)
                .addObject()
                .put("@id", "./")
                .put("@type", "Dataset")
                .put("name", name);
        root.put(
                "description",
                about == null
                        ? kind + "; its description is kept where it was published."
                        : kind + "; description, license and credit are at its landing page.");
        if (about != null) {
            root.putObject("isPartOf").put("@id", about.toString());
            graph(crate).addObject().put("@id", about.toString()).put("@type", "Dataset");
        }
        return root;
    }

    private static void putDigest(ObjectNode crate, ObjectNode of, String id, String digest) {
        of.putObject("identifier").put("@id", id);
        graph(crate)
                .addObject()
                .put("@id", id)
                .put("@type", "PropertyValue")
                .put("propertyID", "vitrail-pixels-1")
                .put("value", digest);
    }
}
