package org.vitrail.schema.rocrate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vitrail.schema.Examples;
import org.vitrail.schema.GeneratedRecords;

class RoCrateWriterTest {
    private final RoCrateWriter writer = new RoCrateWriter();

    @Test
    void descriptorAndRootAreAsTheStandardSays() throws Exception {
        JsonNode crate = new ObjectMapper().readTree(writer.write(Examples.maize(true)));
        assertThat(crate.at("/@context/0").asText()).isEqualTo("https://w3id.org/ro/crate/1.1/context");
        JsonNode descriptor = crate.at("/@graph/0");
        assertThat(descriptor.at("/@id").asText()).isEqualTo("ro-crate-metadata.json");
        assertThat(descriptor.at("/conformsTo/@id").asText()).isEqualTo("https://w3id.org/ro/crate/1.1");
        assertThat(descriptor.at("/about/@id").asText()).isEqualTo("./");
        JsonNode root = crate.at("/@graph/1");
        for (String required : List.of("name", "description", "datePublished", "license")) {
            assertThat(root.has(required)).as(required).isTrue();
        }
    }

    @Test
    void everyReferenceLeadsToOneEntity() throws Exception {
        List<String> crates = new java.util.ArrayList<>(List.of(writer.write(Examples.maize(true))));
        for (long seed = 0; seed < 100; seed++) {
            crates.add(writer.write(new GeneratedRecords(seed).dataset()));
        }
        for (String written : crates) {
            Set<String> ids = new HashSet<>();
            JsonNode graph = new ObjectMapper().readTree(written).path("@graph");
            graph.forEach(
                    entity -> assertThat(ids.add(entity.path("@id").asText())).isTrue());
            graph.forEach(entity -> entity.forEach(value -> value.findValuesAsText("@id").stream()
                    .filter(id -> !id.startsWith("https://w3id.org/ro/crate"))
                    .forEach(id -> assertThat(ids).contains(id))));
        }
    }
}
