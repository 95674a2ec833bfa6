package org.vitrail.omezarr.ngff;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;

/** The {@code ro-crate-metadata.json} in an image's root: identifies and links only, as license and credit may be revised. RO-Crate 1.1. */
public final class CrateDocument {

    private CrateDocument() {}

    /** @param about landing page, or null */
    public static byte[] print(String name, String digest, URI about) {
        ObjectNode crate =
                JsonNodeFactory.instance.objectNode().put("@context", "https://w3id.org/ro/crate/1.1/context");
        ArrayNode graph = crate.putArray("@graph");
        ObjectNode descriptor =
                graph.addObject().put("@id", "ro-crate-metadata.json").put("@type", "CreativeWork");
        descriptor.putObject("conformsTo").put("@id", "https://w3id.org/ro/crate/1.1");
        descriptor.putObject("about").put("@id", "./");
        ObjectNode root =
                graph.addObject().put("@id", "./").put("@type", "Dataset").put("name", name);
        root.put(
                "description",
                about == null
                        ? "OME-Zarr image; its description is kept where it was published."
                        : "OME-Zarr image; description, license and credit are at its landing page.");
        root.putObject("identifier").put("@id", "#digest");
        if (about != null) {
            root.putObject("isPartOf").put("@id", about.toString());
        }
        graph.addObject()
                .put("@id", "#digest")
                .put("@type", "PropertyValue")
                .put("propertyID", "vitrail-pixels-1")
                .put("value", digest);
        if (about != null) {
            graph.addObject().put("@id", about.toString()).put("@type", "Dataset");
        }
        return Json.print(crate);
    }
}
