package org.vitrail.node.landing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrail.node.NodeEngines;
import org.vitrail.node.PublishedSamples;
import org.vitrail.node.PublishedSamples.Sample;
import org.vitrail.node.access.PublicAddress;

/** The catalog as a data portal reads it. */
@QuarkusTest
@QuarkusTestResource(NodeEngines.class)
class DcatCatalogIT {
    private static final String DCAT = "http://www.w3.org/ns/dcat#";

    @Inject
    PublishedSamples samples;

    @Inject
    PublicAddress address;

    @BeforeEach
    @AfterEach
    void clear() {
        samples.clear();
    }

    private static Response get(String accept, String query) {
        return given().accept(accept).get("/catalog" + query);
    }

    private static Model parse(Response response, Lang language) {
        assertThat(response.statusCode()).isEqualTo(200);
        Model model = ModelFactory.createDefaultModel();
        RDFParser.fromString(response.asString(), language).parse(model);
        return model;
    }

    private List<String> listed(Model model) {
        return model.listObjectsOfProperty(
                        model.createResource(address.of("/catalog").toString()), model.createProperty(DCAT, "dataset"))
                .mapWith(RDFNode::toString)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"text/turtle, TTL", "application/ld+json, JSONLD", "application/rdf+xml, RDFXML"})
    void describesTheDataSetsThatArePublished(String type, String language) {
        Sample shown = samples.publish("Maize stem", 1);
        Sample gone = samples.publish("Gone", 1);
        samples.withdraw(gone, "Mixed up.");
        Response response = get(type, "");
        assertThat(response.contentType()).startsWith(type);
        assertThat(String.join(",", response.headers().getValues("Vary"))).contains("Accept");
        Model model = parse(response, lang(language));
        assertThat(listed(model))
                .containsExactly(address.of("/datasets/" + shown.accession()).toString());
        assertThat(response.asString()).contains("Maize stem").doesNotContain("Gone");
    }

    private static Lang lang(String name) {
        return switch (name) {
            case "TTL" -> Lang.TURTLE;
            case "RDFXML" -> Lang.RDFXML;
            default -> Lang.JSONLD11;
        };
    }

    @Test
    void pagesLeadToEveryDataSetOnce() {
        samples.publishMany(250);
        List<String> all = new ArrayList<>();
        String query = "";
        for (int pages = 0; query != null; pages++) {
            assertThat(pages).isLessThan(3);
            Model model = parse(get("text/turtle", query), Lang.TURTLE);
            all.addAll(listed(model));
            query = next(model);
        }
        assertThat(all).hasSize(250).doesNotHaveDuplicates();
    }

    private static String next(Model model) {
        var next = model.listObjectsOfProperty(model.createProperty("http://www.w3.org/ns/hydra/core#next"))
                .toList();
        return next.isEmpty()
                ? null
                : "?" + URI.create(next.getFirst().toString()).getRawQuery();
    }

    @Test
    void emptyNodeIsAnEmptyCatalogThatNamesItsInterfaces() {
        Model model = parse(get("text/turtle", ""), Lang.TURTLE);
        assertThat(listed(model)).isEmpty();
        assertThat(model.listObjectsOfProperty(model.createProperty(DCAT, "endpointURL"))
                        .mapWith(RDFNode::toString)
                        .toList())
                .contains(address.of("/oai").toString());
    }

    @Test
    void browsersGetThePageAndOthersAnAnswerThatHelps() {
        Sample sample = samples.publish("Maize stem", 1);
        assertThat(get("text/html,*/*;q=0.8", "").asString()).contains("<h1>").contains(sample.accession());
        Response none = get("image/png", "");
        assertThat(none.statusCode()).isEqualTo(406);
        assertThat(none.jsonPath().getList("available")).contains("text/turtle");
    }

    @Test
    void frontPageSaysWhatRepositoryItIs() {
        String html = given().accept("text/html").get("/").asString();
        assertThat(html)
                .contains("\"DataCatalog\"")
                .contains(address.of("/policies").toString());
    }
}
