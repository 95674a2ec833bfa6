package org.vitrail.schema.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.util.Iterator;

/** Writes a description as dataset.yaml, which {@link DescriptionReader} reads as the same; thread-safe. Contracts §3. */
public final class DescriptionWriter {
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build());

    private DescriptionWriter() {}

    /** What is given only: no empty lists, no absent fields. */
    public static String yaml(DatasetDescription description) {
        JsonNode tree = SchemaJson.shared().valueToTree(description);
        withoutEmptyLists(tree);
        try {
            return YAML.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree could not be written", e);
        }
    }

    private static void withoutEmptyLists(JsonNode tree) {
        for (Iterator<JsonNode> children = tree.elements(); children.hasNext(); ) {
            JsonNode child = children.next();
            withoutEmptyLists(child);
            if (tree.isObject() && child instanceof ArrayNode list && list.isEmpty()) {
                children.remove();
            }
        }
    }
}
