package org.vitrail.gateway.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrail.gateway.stage.Samples;
import org.vitrail.gateway.stage.Samples.Sketch;
import org.vitrail.ontology.TermTable;
import org.vitrail.schema.dataset.TermReference;

class RecordDocumentsTest {
    private static final URI BASE = URI.create("https://nantes.example");
    private final RecordDocuments documents = new RecordDocuments(TermTable.builtIn());

    private JsonNode document(Sketch sketch) {
        return documents.of(Samples.dataset(sketch, BASE), "nantes", 1).content();
    }

    @Test
    void aDocumentCarriesTheAncestorsOfItsTerms() {
        JsonNode document = document(Sketch.maize("nantes", "3k7q9m2xdc").with(new TermReference("CL:0000121", null)));

        assertThat(document.at("/isA/organism").toString()).contains("NCBITaxon:4577", "NCBITaxon:4447");
        assertThat(document.at("/own/organism").toString()).isEqualTo("[\"NCBITaxon:4577\"]");
        assertThat(document.at("/isA/cellType").toString()).contains("CL:0000540");
        assertThat(document.get("terms").toString()).contains("maïs");
    }

    @Test
    void anOverlongTextIsCutAndSaysSo() {
        JsonNode document =
                document(Sketch.maize("nantes", "3k7q9m2xdc").titled("x".repeat(1_999) + "\uD83D\uDD2C tail"));

        assertThat(document.get("title").asText()).hasSize(1_999);
        assertThat(document.get("truncated").toString()).contains("title");
    }

    @Test
    void everyFieldOfADocumentStandsInTheStrictMapping() throws IOException {
        JsonNode mapping = new ObjectMapper().readTree(IndexDefinition.shipped().mapping());
        assertThat(mapping.get("dynamic").asText()).isEqualTo("strict");
        List<String> fields = new ArrayList<>();
        document(Sketch.maize("nantes", "3k7q9m2xdc")).fieldNames().forEachRemaining(fields::add);
        documents
                .of(Samples.image(Sketch.mouse("nantes", "3k7q9m2xdc"), BASE), "nantes", 1)
                .content()
                .fieldNames()
                .forEachRemaining(fields::add);

        List<String> mapped = new ArrayList<>();
        mapping.get("properties").fieldNames().forEachRemaining(mapped::add);
        assertThat(mapped).containsAll(fields);
    }
}
