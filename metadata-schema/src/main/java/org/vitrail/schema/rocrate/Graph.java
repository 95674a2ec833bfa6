package org.vitrail.schema.rocrate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.vitrail.schema.xml.XmlText;

/** The flat list of a crate's entities; each identifier stands once (RO-Crate 1.2, "structure"). */
final class Graph {
    private final ArrayNode entities;
    private final Map<String, ObjectNode> byId = new HashMap<>();

    Graph(ArrayNode entities) {
        this.entities = entities;
    }

    /** The entity of this identifier, made when first asked for; it is of every type it was asked for by. */
    ObjectNode entity(String id, String type) {
        ObjectNode entity = byId.computeIfAbsent(id, key -> entities.addObject().put("@id", key));
        JsonNode types = entity.get("@type");
        if (types == null) {
            entity.put("@type", type);
        } else if (types.isTextual() && !types.textValue().equals(type)) {
            entity.putArray("@type").add(types.textValue()).add(type);
        } else if (types instanceof ArrayNode several
                && several.valueStream().noneMatch(each -> type.equals(each.textValue()))) {
            several.add(type);
        }
        return entity;
    }

    /** Adds a reference from one entity to another, which gets this name; twice is once. */
    ObjectNode link(ObjectNode from, String property, String id, String type, String name) {
        ObjectNode to = entity(id, type);
        text(to, "name", name);
        for (JsonNode reference : from.withArray("/" + property.replace("/", "~1"))) {
            if (reference.path("@id").asText().equals(id)) {
                return to;
            }
        }
        from.withArray("/" + property.replace("/", "~1")).addObject().put("@id", id);
        return to;
    }

    /** A text, left out where there is none. */
    static void text(ObjectNode node, String property, String value) {
        String legal = XmlText.legalOrNull(value);
        if (legal != null) {
            node.put(property, legal);
        }
    }
}
