package org.vitrail.omezarr.validation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.vitrail.omezarr.MemoryZarrStore;
import org.vitrail.omezarr.ZarrStore;

/** Small hierarchies in memory, and what the validator says of them. */
final class Hierarchies {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Hierarchies() {}

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }

    static byte[] bytes(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A sound image of one level, array {@code 0}. */
    static ObjectNode multiscales(String version) {
        return (ObjectNode) json("""
                {"multiscales": [{"name": "n", "type": "t", "metadata": {}, "version": "VERSION",
                  "axes": [{"name": "y", "type": "space", "unit": "micrometer"},
                           {"name": "x", "type": "space", "unit": "micrometer"}],
                  "datasets": [{"path": "0", "coordinateTransformations": [{"type": "scale", "scale": [1, 1]}]}]}]}
                """.replace("VERSION", version));
    }

    /** A sound image of 6 × 4 pixels in 2 × 1 chunks, of which none is stored. */
    static void putImage(MemoryZarrStore store, String prefix, boolean v3) {
        ObjectNode ome = multiscales(v3 ? "0.5" : "0.4");
        ObjectNode attributes = MAPPER.createObjectNode();
        if (v3) {
            attributes.set("ome", ome.put("version", "0.5"));
        }
        putGroup(store, prefix, v3, v3 ? attributes : ome);
        store.put(prefix + (v3 ? "0/zarr.json" : "0/.zarray"), bytes(array(v3)));
    }

    /** Metadata of a sound array of uint16, 6 × 4 in chunks of 3 × 4, uncompressed. */
    static ObjectNode array(boolean v3) {
        return (ObjectNode) json(v3 ? """
                {"zarr_format": 3, "node_type": "array", "shape": [6, 4], "data_type": "uint16",
                 "chunk_grid": {"name": "regular", "configuration": {"chunk_shape": [3, 4]}},
                 "chunk_key_encoding": {"name": "default", "configuration": {"separator": "/"}},
                 "fill_value": 0, "codecs": [{"name": "bytes", "configuration": {"endian": "little"}}],
                 "dimension_names": ["y", "x"], "attributes": {}}""" : """
                {"zarr_format": 2, "shape": [6, 4], "chunks": [3, 4], "dtype": "<u2", "order": "C", "fill_value": 0,
                 "filters": null, "compressor": null, "dimension_separator": "/"}""");
    }

    /** A group whose attributes (0.4: .zattrs, 0.5: attributes of zarr.json) are those. */
    static void putGroup(MemoryZarrStore store, String prefix, boolean v3, JsonNode attributes) {
        if (v3) {
            ObjectNode root = MAPPER.createObjectNode().put("zarr_format", 3).put("node_type", "group");
            root.set("attributes", attributes);
            store.put(prefix + "zarr.json", bytes(root));
        } else {
            store.put(prefix + ".zgroup", "{\"zarr_format\": 2}".getBytes(StandardCharsets.UTF_8));
            store.put(prefix + ".zattrs", bytes(attributes));
        }
    }

    static Validation.Checked checked(ZarrStore store) {
        return checked(store, ValidationOptions.metadata());
    }

    static Validation.Checked checked(ZarrStore store, ValidationOptions options) {
        return (Validation.Checked) ZarrValidator.validate(store, options);
    }

    static List<Rule> rules(Validation.Checked checked) {
        return checked.findings().stream().map(Finding::rule).toList();
    }

    static List<Rule> errors(Validation.Checked checked) {
        return rules(checked).stream()
                .filter(rule -> rule.severity() == Severity.ERROR)
                .toList();
    }

    /** Replaces a value of a stored document; removes it where the text of the new one is empty. @param pointer RFC 6901 */
    static void change(MemoryZarrStore store, String key, String pointer, String value) {
        try {
            JsonNode root = MAPPER.readTree(store.objects.get(key));
            JsonNode parent = root.at(pointer.substring(0, pointer.lastIndexOf('/')));
            String name = pointer.substring(pointer.lastIndexOf('/') + 1).replace("~1", "/");
            if (parent instanceof ArrayNode array && name.equals("-")) {
                array.add(json(value));
            } else if (parent instanceof ArrayNode array) {
                array.set(Integer.parseInt(name), json(value));
            } else if (value.isEmpty()) {
                ((ObjectNode) parent).remove(name);
            } else {
                ((ObjectNode) parent).set(name, json(value));
            }
            store.put(key, bytes(root));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
