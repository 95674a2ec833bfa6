package org.vitrail.node.landing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;
import org.vitrail.schema.json.EmbeddableJson;

/**
 * All links of a version in one document, those back from its contents and its metadata included. RFC 9264;
 * https://signposting.org/FAIR level 2.
 */
final class Linkset {
    private final Map<URI, List<TypedLink>> links = new LinkedHashMap<>();

    /** @param images of the version; those whose pixels are open become items */
    Linkset(PublishedDataset dataset, List<PublishedImage> images) {
        links.put(dataset.versionPage(), Signposting.links(dataset, images));
        TypedLink back = TypedLink.of(dataset.versionPage(), "collection", "text/html");
        Signposting.items(dataset, images).forEach(item -> links.put(item.target(), List.of(back)));
        TypedLink described = TypedLink.of(dataset.versionPage(), "describes", "text/html");
        Signposting.descriptions(dataset).forEach(file -> links.put(file.target(), List.of(described)));
    }

    /** RFC 9264 §4.2: an object for each anchor, in it an array for each relation. */
    String json() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode contexts = document.putArray("linkset");
        links.forEach((anchor, of) -> {
            ObjectNode context = contexts.addObject().put("anchor", anchor.toASCIIString());
            for (TypedLink link : of) {
                ObjectNode target = context.withArray(link.relation())
                        .addObject()
                        .put("href", link.target().toASCIIString());
                if (!link.type().isEmpty()) {
                    target.put("type", link.type());
                }
                if (!link.profile().isEmpty()) {
                    target.putArray("profile").add(link.profile());
                }
            }
        });
        return EmbeddableJson.write(document);
    }

    /** RFC 9264 §4.1: the syntax of the header, each link with its anchor. */
    String text() {
        return links.entrySet().stream()
                .flatMap(of -> of.getValue().stream()
                        .map(link -> link.header() + "; anchor=\"" + of.getKey().toASCIIString() + "\""))
                .collect(Collectors.joining(",\n", "", "\n"));
    }
}
