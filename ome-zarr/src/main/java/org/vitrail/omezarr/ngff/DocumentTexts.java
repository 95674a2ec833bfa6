package org.vitrail.omezarr.ngff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/** Texts of a group's document in which anything could stand. */
public final class DocumentTexts {

    /** Blocks of OME-NGFF; what they name comes along when an image is converted. */
    private static final Set<String> NGFF = Set.of("multiscales", "omero", "plate", "well", "labels", "image-label");

    private static final int MOST_CHARACTERS = 1 << 20;

    private DocumentTexts() {}

    /** Names of the image, its channels or its plate, one a line. */
    public static String names(GroupDocument group) {
        StringBuilder names = new StringBuilder();
        for (String path : new String[] {"multiscales/0/name", "omero/name", "plate/name"}) {
            append(names, group.attributes().at("/" + path));
        }
        for (JsonNode channel : group.attributes().path("omero").path("channels")) {
            append(names, channel.path("label"));
        }
        return names.toString();
    }

    private static void append(StringBuilder texts, JsonNode text) {
        if (text.isTextual() && texts.length() < MOST_CHARACTERS) {
            texts.append(text.asText()).append('\n');
        }
    }

    /** Everything that OME-NGFF does not ask for, as {@code key: text}, one a line; up to a megabyte. */
    public static String others(GroupDocument group) {
        StringBuilder texts = new StringBuilder();
        collect(group.root(), texts);
        return texts.toString();
    }

    private static void collect(JsonNode node, StringBuilder texts) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (field.getValue().isTextual() && texts.length() < MOST_CHARACTERS) {
                texts.append(field.getKey()).append(": ");
                append(texts, field.getValue());
            } else if (!NGFF.contains(field.getKey())) {
                collect(field.getValue(), texts);
            }
        }
        if (node.isArray()) {
            for (JsonNode entry : node) {
                append(texts, entry);
                collect(entry, texts);
            }
        }
    }
}
