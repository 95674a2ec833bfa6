package org.vitrail.schema.croissant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The structure that the Croissant Format Specification 1.0 demands, section by section. */
final class CroissantRules {
    private static final Set<String> DATA_TYPES =
            Set.of("sc:Text", "sc:URL", "sc:Integer", "sc:Float", "sc:Date", "sc:Boolean", "cr:Label");

    private CroissantRules() {}

    /** @param columns of the table that the records come from */
    static void check(JsonNode document, List<String> columns) {
        dataset(document);
        Set<String> ids = new HashSet<>();
        collectIds(document.get("distribution"), ids);
        collectIds(document.get("recordSet"), ids);
        document.get("distribution").forEach(resource -> resource(resource, ids));
        document.get("recordSet").forEach(records -> recordSet(records, ids, columns));
    }

    /** "Required" of "Dataset-level information". */
    private static void dataset(JsonNode document) {
        assertThat(document.at("/@type").asText()).isEqualTo("sc:Dataset");
        assertThat(document.at("/conformsTo").asText()).isEqualTo("http://mlcommons.org/croissant/1.0");
        assertThat(document.at("/@context/conformsTo").asText()).isEqualTo("dct:conformsTo");
        for (String property : List.of("name", "description", "url", "distribution", "recordSet")) {
            assertThat(document.has(property)).as(property).isTrue();
        }
        assertThat(document.at("/version").asText()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(document.at("/@context").isObject())
                .as("nothing is loaded from the network")
                .isTrue();
    }

    private static void collectIds(JsonNode node, Set<String> ids) {
        node.forEach(each -> {
            assertThat(ids.add(each.at("/@id").asText()))
                    .as("unique: %s", each.at("/@id"))
                    .isTrue();
            assertThat(each.has("name")).isTrue();
            collectIds(each.path("field"), ids);
        });
    }

    /** "FileObject" and "FileSet"; a live data set needs no checksums ("Live datasets"). */
    private static void resource(JsonNode resource, Set<String> ids) {
        assertThat(resource.at("/encodingFormat").asText()).matches("[a-z]+/[a-z.+-]+");
        if (resource.at("/@type").asText().equals("cr:FileSet")) {
            assertThat(resource.has("includes")).isTrue();
            assertThat(ids).contains(resource.at("/containedIn/@id").asText());
        } else {
            assertThat(resource.at("/@type").asText()).isEqualTo("cr:FileObject");
            assertThat(resource.at("/contentUrl").asText()).startsWith("http");
        }
    }

    /** "Splits": each row has a value for each field, and a meaning of the vocabulary. */
    private static void splits(JsonNode records, Set<String> ids) {
        for (JsonNode row : records.get("data")) {
            row.fieldNames().forEachRemaining(field -> assertThat(ids).contains(field));
            assertThat(row).hasSameSizeAs(records.get("field"));
            assertThat(row.path("splits/url").asText()).matches("cr:(Training|Validation|Test)Split");
        }
    }

    /** "RecordSet", "Field" and "DataSource". */
    private static void recordSet(JsonNode records, Set<String> ids, List<String> columns) {
        assertThat(records.at("/@type").asText()).isEqualTo("cr:RecordSet");
        assertThat(ids).contains(records.at("/key/@id").asText());
        if (records.at("/dataType").asText().equals("cr:Split")) {
            splits(records, ids);
            return;
        }
        for (JsonNode field : records.get("field")) {
            assertThat(field.at("/@type").asText()).isEqualTo("cr:Field");
            assertThat(field.at("/@id").asText()).startsWith(records.at("/@id").asText() + "/");
            JsonNode types = field.get("dataType");
            assertThat(types.isTextual() ? List.of(types) : types)
                    .isNotEmpty()
                    .allMatch(type -> DATA_TYPES.contains(type.asText()));
            if (field.has("references")) {
                assertThat(ids).contains(field.at("/references/field/@id").asText());
            }
            assertThat(ids).contains(field.at("/source/fileObject/@id").asText());
            assertThat(columns).contains(field.at("/source/extract/column").asText());
            assertThat(field.path("repeated").asBoolean())
                    .isEqualTo(field.at("/source/transform").has("separator"));
        }
    }
}
