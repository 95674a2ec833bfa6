package org.vitrail.node.landing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrail.node.NodeEngines;
import org.vitrail.node.PublishedSamples;
import org.vitrail.node.PublishedSamples.Sample;
import org.vitrail.node.access.PublicAddress;
import org.vitrail.node.landing.FairPage.Link;
import org.vitrail.store.ObjectStore;

/**
 * The questions of the FAIRsFAIR metrics 0.8 (FsF-…), which the assessing program F-UJI asks, put to a real page. A registered
 * identifier (FsF-F1-02D) is the subject of DoiLifeIT.
 */
@QuarkusTest
@QuarkusTestResource(NodeEngines.class)
class FairMetricsIT {
    private static final String DCT = "http://purl.org/dc/terms/";
    private static final byte[] ZARR = "{\"zarr_format\": 3, \"node_type\": \"group\"}".getBytes();

    @Inject
    PublishedSamples samples;

    @Inject
    ObjectStore store;

    @Inject
    PublicAddress address;

    private Sample sample;
    private FairPage page;

    @BeforeEach
    void publish() {
        samples.clear();
        sample = samples.publish("Maize stem", 2);
        sample.images()
                .forEach(image ->
                        store.put(sample.accession() + "/images/" + image + ".ome.zarr/zarr.json", ZARR.clone()));
        page = new FairPage(address, "/datasets/" + sample.accession());
    }

    @AfterEach
    void clear() {
        samples.clear();
    }

    /** FsF-F1-01D, FsF-A1-02M: the identifier is a URI by a standard protocol, and leads here. */
    @Test
    void identifierResolvesToThePage() {
        List<Link> citeAs = page.links("cite-as");
        assertThat(citeAs).hasSize(1);
        Response resolved = page.follow(citeAs.getFirst().target());
        assertThat(resolved.statusCode()).isEqualTo(200);
        assertThat(resolved.asString()).contains("<h1 dir=\"auto\">Maize stem</h1>");
        assertThat(page.jsonLd().at("/@id").asText())
                .isEqualTo(address.of("/datasets/" + sample.accession()).toString());
    }

    /** FsF-F2-01M: creator, title, publisher, date, identifier, summary, keywords, type. */
    @Test
    void coreMetadataAreInThePage() {
        JsonNode json = page.jsonLd();
        assertThat(json.path("@type").asText()).isEqualTo("Dataset");
        assertThat(json.path("name").asText()).isEqualTo("Maize stem");
        assertThat(json.at("/creator/0/name").asText()).isNotEmpty();
        assertThat(json.at("/publisher/name").asText()).isNotEmpty();
        assertThat(json.path("datePublished").asText()).matches("\\d{4}-\\d{2}-\\d{2}.*");
        assertThat(json.path("identifier").toString()).contains("oai:");
        assertThat(json.path("description").asText()).hasSizeGreaterThan(50);
        assertThat(json.path("keywords")).isNotEmpty();
    }

    /** FsF-F3-01M, FsF-A1-03D, FsF-R1-01MD: metadata name the data, which answer as they are described. */
    @Test
    void metadataLeadToTheData() {
        List<String> data = new ArrayList<>();
        for (JsonNode distribution : page.jsonLd().path("distribution")) {
            Response content = page.follow(distribution.path("contentUrl").asText());
            assertThat(content.statusCode()).isEqualTo(200);
            assertThat(content.contentType())
                    .startsWith(distribution.path("encodingFormat").asText());
            data.add(distribution.path("contentUrl").asText());
        }
        assertThat(data).anyMatch(url -> url.endsWith(".ome.zarr/zarr.json")).anyMatch(url -> url.endsWith(".csv"));
        for (Link item : page.links("item")) {
            Response content = page.follow(item.target());
            assertThat(content.statusCode()).isEqualTo(200);
            assertThat(content.contentType()).startsWith(item.type());
        }
        assertThat(page.links("item")).hasSize(3);
    }

    /** FsF-F4-01M: search engines find it. */
    @Test
    void searchEnginesAreLedHere() {
        String robots = given().get("/robots.txt").asString();
        assertThat(robots).doesNotContain("Disallow: /datasets");
        String sitemap = robots.replaceAll("(?s).*Sitemap: (\\S+).*", "$1");
        assertThat(page.follow(sitemap).asString())
                .contains("<loc>" + address.of("/datasets/" + sample.accession()) + "</loc>");
    }

    /** FsF-A1-01M: the access level is a term that programs know. */
    @Test
    void accessLevelIsMachineReadable() {
        assertThat(page.jsonLd().path("isAccessibleForFree").isBoolean()).isTrue();
        Model graph = page.graph("text/turtle", Lang.TURTLE);
        assertThat(graph.contains(
                        subject(graph),
                        ResourceFactory.createProperty(DCT, "accessRights"),
                        graph.createResource("http://publications.europa.eu/resource/authority/access-right/PUBLIC")))
                .isTrue();
        assertThat(given().get("/datasets/" + sample.accession() + "/metadata/datacite.xml")
                        .asString())
                .contains("info:eu-repo/semantics/openAccess");
    }

    /** FsF-I1-01M, FsF-I2-01M: formal languages, and vocabularies that others know. */
    @ParameterizedTest
    @CsvSource({"text/turtle, Turtle", "application/rdf+xml, RDF/XML", "application/ld+json, JSON-LD"})
    void metadataAreAGraph(String type, String language) {
        Lang lang = Stream.of(Lang.TURTLE, Lang.RDFXML, Lang.JSONLD11)
                .filter(known -> known.getLabel().startsWith(language))
                .findFirst()
                .orElseThrow();
        Model graph = page.graph(type, lang);
        assertThat(subject(graph).listProperties().toList()).isNotEmpty();
        assertThat(graph.listStatements().toList())
                .anyMatch(statement -> statement.toString().contains("http://purl.obolibrary.org/obo/NCBITaxon_4577"));
    }

    /** FsF-I3-01M: qualified links to other things. */
    @Test
    void relatedThingsAreLinkedWithTheirRelation() {
        JsonNode json = page.jsonLd();
        assertThat(json.at("/creator/0/@id").asText()).startsWith("https://orcid.org/");
        assertThat(json.at("/includedInDataCatalog/url").asText())
                .isEqualTo(address.of("/").toString());
        assertThat(json.at("/about/0/@id").asText()).startsWith("http://purl.obolibrary.org/obo/");
    }

    /** FsF-R1.1-01M: a license that programs know. */
    @Test
    void licenseIsMachineReadable() {
        String license = "https://creativecommons.org/licenses/by/4.0/";
        assertThat(page.jsonLd().path("license").asText()).isEqualTo(license);
        assertThat(page.links("license")).extracting(Link::target).containsExactly(license);
        assertThat(given().get("/datasets/" + sample.accession() + "/metadata/datacite.xml")
                        .asString())
                .contains("rightsIdentifier=\"CC-BY-4.0\"");
    }

    /** FsF-R1.2-01M: who made it and when, and when it was changed. */
    @Test
    void provenanceIsTold() {
        Model graph = page.graph("text/turtle", Lang.TURTLE);
        for (String property : List.of("creator", "publisher", "issued", "modified")) {
            assertThat(subject(graph).hasProperty(ResourceFactory.createProperty(DCT, property)))
                    .as(property)
                    .isTrue();
        }
        assertThat(page.jsonLd().path("version").asText()).isEqualTo("1");
    }

    /** FsF-R1.3-01M and -02D: a standard of the community, and an open format. */
    @Test
    void formatsAreThoseOfTheCommunity() {
        assertThat(page.links("describedby"))
                .extracting(Link::type)
                .contains("application/vnd.datacite.datacite+xml", "text/turtle", "application/ld+json");
        assertThat(given().get("/datasets/" + sample.accession() + "/metadata/datacite.xml")
                        .asString())
                .contains("<format>OME-Zarr</format>");
    }

    private org.apache.jena.rdf.model.Resource subject(Model graph) {
        return graph.createResource(
                address.of("/datasets/" + sample.accession()).toString());
    }
}
