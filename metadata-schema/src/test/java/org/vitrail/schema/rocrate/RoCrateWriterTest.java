package org.vitrail.schema.rocrate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.vitrail.schema.Examples;
import org.vitrail.schema.GeneratedRecords;
import org.vitrail.schema.SharedFiles;
import org.vitrail.schema.dataset.PublishedDataset;

class RoCrateWriterTest {
    private static final String GIDE = "https://www.gide-project.org/ro-crate/search/1.0/profile";

    private final RoCrateWriter writer = new RoCrateWriter();

    private Map<String, JsonNode> entities(PublishedDataset dataset) throws Exception {
        Map<String, JsonNode> entities = new HashMap<>();
        for (JsonNode entity :
                new ObjectMapper().readTree(writer.write(dataset)).path("@graph")) {
            assertThat(entities.put(entity.path("@id").asText(), entity)).isNull();
        }
        return entities;
    }

    private static List<String> ids(JsonNode references) {
        return references.isArray()
                ? references.findValuesAsText("@id")
                : List.of(references.path("@id").asText());
    }

    private static List<String> types(JsonNode entity) {
        JsonNode type = entity.path("@type");
        List<String> types = new ArrayList<>();
        (type.isArray() ? type : new ObjectMapper().createArrayNode().add(type))
                .forEach(each -> types.add(each.asText()));
        return types;
    }

    @Test
    void descriptorAndRootAreAsTheStandardSays() throws Exception {
        JsonNode crate = new ObjectMapper().readTree(writer.write(Examples.maize(true)));
        assertThat(crate.at("/@context/0").asText()).isEqualTo("https://w3id.org/ro/crate/1.2/context");
        JsonNode descriptor = crate.at("/@graph/0");
        assertThat(descriptor.at("/@id").asText()).isEqualTo("ro-crate-metadata.json");
        assertThat(ids(descriptor.get("conformsTo"))).containsExactly("https://w3id.org/ro/crate/1.2", GIDE);
        assertThat(descriptor.at("/about/@id").asText()).isEqualTo(Examples.BASE.toString());
        JsonNode root = crate.at("/@graph/1");
        assertThat(root.at("/@id").asText()).isEqualTo(Examples.BASE.toString());
        for (String required : List.of("name", "description", "datePublished", "license")) {
            assertThat(root.has(required)).as(required).isTrue();
        }
    }

    @Test
    void searchProfileFindsAllThatItDemands() throws Exception {
        assertProfile(entities(Examples.maize(true)));
        JsonNode root = entities(Examples.maize(true)).get(Examples.BASE.toString());
        assertThat(root.at("/thumbnailUrl/0").asText()).endsWith(".jpg");
        assertThat(ids(root.get("measurementMethod"))).containsExactly("http://purl.obolibrary.org/obo/FBbi_00000251");
    }

    /** Required rows of the profile's tables, January 2026. */
    private static void assertProfile(Map<String, JsonNode> entities) {
        JsonNode root = entities.get(
                entities.get("ro-crate-metadata.json").at("/about/@id").asText());
        assertThat(root.path("@id").asText()).startsWith("http");
        assertThat(types(root)).contains("Dataset");
        assertThat(root.path("datePublished").asText()).matches("-?\\d{4}-\\d\\d-\\d\\d");
        assertThat(types(entities.get(root.at("/publisher/@id").asText()))).contains("Organization");
        assertThat(ids(root.get("author")))
                .isNotEmpty()
                .allMatch(id -> entities.get(id).hasNonNull("name"));
        assertThat(ids(root.get("about")))
                .anyMatch(id -> types(entities.get(id)).contains("Taxon")
                        && entities.get(id).hasNonNull("scientificName"));
        assertThat(ids(root.get("measurementMethod")))
                .isNotEmpty()
                .allMatch(id -> id.startsWith("http")
                        && types(entities.get(id)).contains("DefinedTerm")
                        && entities.get(id).hasNonNull("name"));
        assertThat(ids(root.get("size")))
                .allMatch(id -> entities.get(id).hasNonNull("value")
                        && entities.get(id).hasNonNull("unitCode")
                        && entities.get(id).hasNonNull("unitText"));
    }

    @Test
    void profileIsClaimedOnlyWhereItHolds() throws Exception {
        int claims = 0;
        for (long seed = 0; seed < 300; seed++) {
            Map<String, JsonNode> entities = entities(new GeneratedRecords(seed).dataset());
            if (ids(entities.get("ro-crate-metadata.json").get("conformsTo")).contains(GIDE)) {
                assertProfile(entities);
                claims++;
            }
        }
        assertThat(claims).isBetween(20, 280);
    }

    @Test
    void imageSetsSpeakTheWordsOfTheBioImageArchive() throws Exception {
        Map<String, JsonNode> entities = entities(Examples.maize(true));
        JsonNode set = entities.get("#image-set-1");
        assertThat(types(entities.get(Examples.BASE.toString()))).containsExactly("Dataset", "bia:Study");
        assertThat(types(set)).containsExactly("Dataset", "bia:Dataset");
        JsonNode sample =
                entities.get(ids(set.get("associatedBiologicalEntity")).getFirst());
        assertThat(ids(sample.get("taxonomicRange"))).containsExactly("http://purl.obolibrary.org/obo/NCBITaxon_4577");
        JsonNode protocol =
                entities.get(ids(set.get("associatedImageAcquisitionProtocol")).getFirst());
        assertThat(protocol.at("/fbbiId/0").asText()).isEqualTo("FBbi:00000251");
        assertThat(protocol.at("/imagingMethodName/1").asText()).isEqualTo("light sheet of our own");
    }

    @Test
    void termsOfTheBioImageArchiveStandInItsOntology() throws Exception {
        Model ontology = ModelFactory.createDefaultModel();
        RDFParser.source(SharedFiles.path("schemas/bia/bia_ontology.ttl")).parse(ontology);
        JsonNode official = new ObjectMapper()
                .readTree(SharedFiles.path("schemas/bia/bia_ro_crate_context.jsonld")
                        .toFile())
                .get("@context");
        ObjectNode context = (ObjectNode)
                new ObjectMapper().readTree(writer.write(Examples.maize(true))).at("/@context/1");
        Set<String> words = new HashSet<>(Set.of(
                "bia:Study",
                "bia:Dataset",
                "bia:BioSample",
                "bia:SpecimenImagingPreparationProtocol",
                "bia:ImageAcquisitionProtocol",
                "bia:ImageCorrelationMethod",
                "bia:ImageAnalysisMethod"));
        for (Map.Entry<String, JsonNode> term : context.properties()) {
            String iri = term.getValue().path("@id").asText();
            if (iri.startsWith("bia:")) {
                words.add(iri);
                assertThat(official.at("/" + term.getKey() + "/@id").asText()).isEqualTo(iri);
            }
        }
        assertThat(words)
                .hasSize(23)
                .allMatch(
                        word -> ontology.contains(ontology.createResource(word.replace("bia:", "http://bia/")), null));
    }

    @Test
    void graphKeepsItsMeaningWithoutTheNetwork() {
        String offline = writer.write(Examples.maize(true)).replace("\"https://w3id.org/ro/crate/1.2/context\"", "{}");
        Model graph = ModelFactory.createDefaultModel();
        RDFParser.fromString(offline, Lang.JSONLD11).base("http://localhost/x/").parse(graph);
        Resource root = graph.createResource(Examples.BASE.toString());
        assertThat(graph.contains(
                        root,
                        graph.createProperty("http://rs.tdwg.org/dwc/iri/measurementMethod"),
                        graph.createResource("http://purl.obolibrary.org/obo/FBbi_00000251")))
                .isTrue();
        assertThat(graph.contains(
                        graph.createResource("http://purl.obolibrary.org/obo/NCBITaxon_4577"),
                        graph.createProperty("http://rs.tdwg.org/dwc/terms/scientificName"),
                        "Zea mays"))
                .isTrue();
        assertThat(graph.contains(root, RDF.type, graph.createResource("http://bia/Study")))
                .isTrue();
        assertThat(graph.contains(root, graph.createProperty("http://schema.org/name"), "Maize stem section"))
                .isTrue();
    }

    @Test
    void everyReferenceLeadsToOneEntity() throws Exception {
        List<PublishedDataset> datasets = new ArrayList<>(List.of(Examples.maize(true), Examples.embargoed()));
        for (long seed = 0; seed < 200; seed++) {
            datasets.add(new GeneratedRecords(seed).dataset());
        }
        for (PublishedDataset dataset : datasets) {
            Map<String, JsonNode> entities = entities(dataset);
            entities.values()
                    .forEach(entity -> entity.forEach(value -> value.findValuesAsText("@id").stream()
                            .filter(id -> !id.startsWith("https://w3id.org/ro/crate"))
                            .forEach(id -> assertThat(entities).containsKey(id))));
        }
    }

    @Test
    void unregisteredIdentifierIsNotShown() {
        assertThat(writer.write(Examples.maize(false)))
                .doesNotContain("vitrail-demo")
                .doesNotContain("/doi.org/vitrail");
    }
}
