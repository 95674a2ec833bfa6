package org.vitrail.schema.croissant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.vitrail.schema.Examples;
import org.vitrail.schema.GeneratedRecords;
import org.vitrail.schema.dataset.PublishedImage;
import org.vitrail.schema.dataset.RecordForm;

class CroissantWriterTest {
    private static final String CR = "http://mlcommons.org/croissant/";

    private final CroissantWriter writer = new CroissantWriter();
    private final ImageTable table = new ImageTable();

    private List<String> columns() {
        return List.of(table.header().strip().split(","));
    }

    @Test
    void structureIsAsTheSpecificationDemands() throws Exception {
        JsonNode document = new ObjectMapper().readTree(writer.write(Examples.maize(true)));
        CroissantRules.check(document, columns());
        for (String required : List.of("license", "creator", "datePublished")) {
            assertThat(document.has(required)).as(required).isTrue();
        }
        assertThat(document.at("/distribution/0/contentUrl").asText()).isEqualTo(Examples.BASE + "/v2/images.csv");
        assertThat(document.at("/citeAs").asText()).startsWith("@misc{");
        assertThat(document.at("/sameAs").asText()).isEqualTo("https://doi.org/10.83962/vt.version2");
        assertThat(document.at("/creator/0/@id").asText()).isEqualTo("https://orcid.org/0000-0002-1825-0097");
    }

    @Test
    void generatedRecordsKeepTheStructure() throws Exception {
        for (long seed = 0; seed < 200; seed++) {
            String written = writer.write(new GeneratedRecords(seed).dataset());
            assertThat(written).as("seed %d", seed).doesNotContain("<");
            CroissantRules.check(new ObjectMapper().readTree(written), columns());
        }
    }

    @Test
    void splitOfAnImageStandsInItsLine() {
        PublishedImage image = new GeneratedRecords(0).image();
        for (long seed = 1; image.split() == null; seed++) {
            image = new GeneratedRecords(seed).image();
        }
        assertThat(columns().getLast()).isEqualTo("split");
        assertThat(table.line(image)).endsWith("," + RecordForm.word(image.split()) + "\r\n");
    }

    @Test
    void pixelsThatAreNotOpenAreNoFiles() throws Exception {
        JsonNode document = new ObjectMapper().readTree(writer.write(Examples.embargoed()));
        assertThat(document.get("distribution")).hasSize(1);
        CroissantRules.check(document, columns());
    }

    @Test
    void graphHasTheTermsOfTheVocabulary() {
        Model graph = ModelFactory.createDefaultModel();
        RDFParser.fromString(writer.write(Examples.maize(false)), Lang.JSONLD11)
                .base("http://localhost/")
                .parse(graph);
        assertThat(graph.contains(
                        ResourceFactory.createResource(Examples.BASE + "/v2"),
                        ResourceFactory.createProperty("http://purl.org/dc/terms/conformsTo")))
                .isTrue();
        assertThat(graph.listSubjectsWithProperty(RDF.type, ResourceFactory.createResource(CR + "Field"))
                        .toList())
                .hasSize(columns().size() + 2);
        assertThat(graph.listObjectsOfProperty(ResourceFactory.createProperty(CR + "dataType"))
                        .toList())
                .contains(
                        ResourceFactory.createResource("https://schema.org/URL"),
                        ResourceFactory.createResource(CR + "Label"));
    }

    @Test
    void tableHoldsWhatTheFieldsPromise() throws Exception {
        CSVRecord line = lines(table.line(Examples.image())).getFirst();
        assertThat(line.get("id")).isEqualTo("7h2aaaaaaa");
        assertThat(line.get("zarr")).endsWith("/7h2aaaaaaa.ome.zarr");
        assertThat(line.get("pixel_digest")).startsWith("1ea72a7c");
        assertThat(line.get("labels")).endsWith(".ome.zarr/labels/cells");
        assertThat(line.get("organism")).isEqualTo("http://purl.obolibrary.org/obo/NCBITaxon_4577");
        assertThat(line.get("method_name")).isEqualTo("confocal microscopy|light sheet of our own");
        assertThat(line.get("size_z")).isEqualTo("3000000000");
        assertThat(line.get("pixel_size_x_micrometer")).isEqualTo("0.25");
        assertThat(line.get("pixel_size_z_micrometer")).isEmpty();
        assertThat(line.get("license")).isEqualTo("https://creativecommons.org/publicdomain/zero/1.0/");
    }

    @Test
    void anyTextStaysInItsCell() throws Exception {
        for (long seed = 0; seed < 300; seed++) {
            PublishedImage image = new GeneratedRecords(seed).image();
            List<CSVRecord> lines = lines(table.line(image) + table.line(Examples.image()));
            assertThat(lines).as("seed %d", seed).hasSize(2);
            assertThat(lines.getFirst().get("name")).isEqualTo(image.name() == null ? "" : image.name());
            assertThat(lines.get(1).get("id")).isEqualTo("7h2aaaaaaa");
        }
    }

    private List<CSVRecord> lines(String lines) throws Exception {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(table.header() + lines))
                .getRecords();
    }
}
