package org.vitrail.schema.rocrate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.vitrail.schema.xml.XmlText;

/** The flat list of a crate's entities; each identifier stands once (RO-Crate 1.1, "structure"). */
final class Graph {
    private final ArrayNode entities;
    private final Map<String, ObjectNode> byId = new HashMap<>();

    Graph(ArrayNode entities) {
        this.entities = entities;
    }

    /** The entity of this identifier, made when first asked for. */
    ObjectNode entity(String id, String type) {
        return byId.computeIfAbsent(
                id, key -> entities.addObject().put("@id", key).put("@type", type));
    }

    /** Adds a reference from one entity to another, which gets this name; twice is once. */
    void link(ObjectNode from, String property, String id, String type, String name) {
        if (name != null) {
            entity(id, type).put("name", XmlText.legal(name));
        } else {
            entity(id, type);
        }
        ArrayNode references = from.withArray("/" + property);
        for (JsonNode reference : references) {
            if (reference.path("@id").asText().equals(id)) {
                return;
            }
        }
        references.addObject().put("@id", id);
    }
}
