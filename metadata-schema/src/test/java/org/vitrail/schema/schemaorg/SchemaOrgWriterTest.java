package org.vitrail.schema.schemaorg;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.vitrail.schema.Examples;
import org.vitrail.schema.GeneratedRecords;

class SchemaOrgWriterTest {
    private final SchemaOrgWriter writer = new SchemaOrgWriter();

    @Test
    void datasetTellsWhatSearchEnginesAsk() throws Exception {
        JsonNode json = new ObjectMapper().readTree(writer.write(Examples.maize(true)));
        assertThat(json.at("/@context/@vocab").asText()).isEqualTo("https://schema.org/");
        assertThat(json.at("/@type").asText()).isEqualTo("Dataset");
        assertThat(json.at("/@id").asText()).isEqualTo(Examples.BASE.toString());
        assertThat(json.at("/license").asText()).isEqualTo("https://creativecommons.org/licenses/by/4.0/");
        assertThat(json.at("/isAccessibleForFree").asBoolean()).isTrue();
        assertThat(json.at("/identifier").findValuesAsText("url")).contains("https://doi.org/10.83962/vt.concept");
        assertThat(json.at("/creator/0/@id").asText()).isEqualTo("https://orcid.org/0000-0002-1825-0097");
        assertThat(json.at("/creator/1/@type").asText()).isEqualTo("Organization");
        assertThat(json.at("/about/0/termCode").asText()).isEqualTo("NCBITaxon:4577");
        assertThat(json.at("/measurementTechnique/0/@id").asText())
                .isEqualTo("http://purl.obolibrary.org/obo/FBbi_00000251");
        assertThat(json.at("/includedInDataCatalog/url").asText()).isEqualTo("http://localhost:8081/");
        assertThat(json.at("/thumbnailUrl").asText()).endsWith(".jpg");
        assertThat(json.at("/distribution").findValuesAsText("encodingFormat"))
                .contains("application/json", "application/ld+json");
    }

    @Test
    void bioschemasIsClaimedOnlyWithItsMinimum() throws Exception {
        String profile = "https://bioschemas.org/profiles/Dataset/1.0-RELEASE";
        JsonNode maize = new ObjectMapper().readTree(writer.write(Examples.maize(false)));
        assertThat(maize.at("/@context/dct").asText()).isEqualTo("http://purl.org/dc/terms/");
        assertThat(maize.at("/dct:conformsTo/@id").asText()).isEqualTo(profile);
        assertThat(maize.at("/keywords").toString()).isEqualTo("""
                ["plant tissue","segmentation","Zea mays","confocal microscopy","light sheet of our own","neuron"]""");
        for (long seed = 0; seed < 200; seed++) {
            JsonNode json = new ObjectMapper().readTree(writer.write(new GeneratedRecords(seed).dataset()));
            boolean complete = java.util.stream.Stream.of(
                            "name", "description", "identifier", "keywords", "license", "url")
                    .allMatch(json::has);
            assertThat(json.has("dct:conformsTo")).as("seed %d", seed).isEqualTo(complete);
        }
    }

    @Test
    void unregisteredIdentifierIsNotShown() {
        assertThat(writer.write(Examples.maize(false)))
                .doesNotContain("vitrail-demo")
                .doesNotContain("\"DOI\"");
    }

    @Test
    void pixelsUnderEmbargoAreNotFree() throws Exception {
        JsonNode json = new ObjectMapper().readTree(writer.write(Examples.embargoed()));
        assertThat(json.at("/isAccessibleForFree").asBoolean()).isFalse();
        assertThat(json.has("thumbnailUrl")).isFalse();
    }

    @Test
    void nothingCanEndTheScriptElement() throws Exception {
        String title = "</script><script>alert('x')</script><!-- & \u2028";
        String json = writer.write(Examples.dataset(title, title, true));
        assertThat(json).doesNotContain("<").doesNotContain("\u2028").contains("\\u003C/script\\u003E");
        assertThat(new ObjectMapper().readTree(json).at("/name").asText()).isEqualTo(title);
    }

    @Test
    void generatedRecordsGiveJson() throws Exception {
        for (long seed = 0; seed < 200; seed++) {
            GeneratedRecords records = new GeneratedRecords(seed);
            for (String json : new String[] {writer.write(records.dataset()), writer.write(records.image())}) {
                assertThat(json).doesNotContain("<");
                assertThat(new ObjectMapper().readTree(json).isObject()).isTrue();
            }
        }
    }
}
