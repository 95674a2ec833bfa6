package org.vitrail.node.rdf;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrail.node.NodeEngines;
import org.vitrail.node.PublishedSamples;
import org.vitrail.node.PublishedSamples.Sample;
import org.vitrail.node.database.Database;

@QuarkusTest
@QuarkusTestResource(NodeEngines.class)
class SparqlIT {
    private static final String PREFIXES =
            "PREFIX dct: <http://purl.org/dc/terms/> PREFIX v: <https://w3id.org/vitrail/terms#> ";

    @Inject
    PublishedSamples samples;

    @Inject
    Database database;

    @Test
    void whatIsPublishedRevisedAndWithdrawnIsSeenSo() {
        Sample sample = samples.publish("A stem for SPARQL", 2);
        await(() -> titles(sample).equals(List.of("A stem for SPARQL")));
        assertThat(images(sample)).isEqualTo(2);

        samples.addVersion(sample.accession(), 2, "A stem, renamed", "\"open\"", List.of(sample.lead()));
        samples.change(sample.accession(), List.of(sample.lead()), false);
        await(() -> titles(sample).equals(List.of("A stem, renamed")));

        samples.withdraw(sample, "A test");
        await(() -> titles(sample).isEmpty() && images(sample) == 0);
    }

    @Test
    void nothingOfPrivatePixelsEntersUntilTheEmbargoEnds() {
        Sample restricted = samples.publish("Restricted pixels", 1, "\"restricted\"");
        Sample embargoed = samples.publish("Embargoed pixels", 1, "\"embargoed\", \"embargoUntil\": \"2999-01-01\"");
        await(() -> images(restricted) == 1 && images(embargoed) == 1);
        for (Sample sample : List.of(restricted, embargoed)) {
            assertThat(derived(sample)).as("derived from private pixels").isZero();
        }
        database.update(
                "update version set description = description || '{\"access\": \"open\"}'::jsonb where accession = ?",
                embargoed.accession());
        samples.change(embargoed.accession(), embargoed.images(), false);
        await(() -> derived(embargoed) > 0);
    }

    @ParameterizedTest
    @CsvSource({
        "SELECT, application/sparql-results+json, application/sparql-results+json",
        "SELECT, application/json, application/sparql-results+json",
        "SELECT, */*, application/sparql-results+json",
        "SELECT, application/sparql-results+xml, application/sparql-results+xml",
        "SELECT, text/csv, text/csv",
        "SELECT, text/tab-separated-values, text/tab-separated-values",
        "ASK, application/sparql-results+json, application/sparql-results+json",
        "ASK, application/sparql-results+xml, application/sparql-results+xml",
        "CONSTRUCT, */*, text/turtle",
        "CONSTRUCT, application/ld+json, application/ld+json",
        "CONSTRUCT, application/rdf+xml, application/rdf+xml",
        "CONSTRUCT, application/n-triples, application/n-triples"
    })
    void answerHasTheFormAskedFor(String kind, String accept, String type) {
        String query = switch (kind) {
            case "SELECT" -> "SELECT * { ?s ?p ?o } LIMIT 3";
            case "ASK" -> "ASK { ?s ?p ?o }";
            default -> "CONSTRUCT WHERE { ?s a ?o } LIMIT 3";
        };
        given().queryParam("query", query)
                .accept(accept)
                .get("/sparql")
                .then()
                .statusCode(200)
                .header("Content-Type", containsString(type))
                .header("Access-Control-Allow-Origin", "*");
    }

    @Test
    void allWaysOfTheProtocolAnswerAlike() {
        String query = "SELECT (1 + 1 AS ?n) {}";
        for (Response response : List.of(
                given().accept("text/csv").queryParam("query", query).get("/sparql"),
                given().accept("text/csv").formParam("query", query).post("/sparql"),
                given().accept("text/csv")
                        .contentType("application/sparql-query")
                        .body(query.getBytes(StandardCharsets.UTF_8))
                        .post("/sparql"),
                given().queryParam("query", query).queryParam("format", "csv").get("/sparql"))) {
            response.then().statusCode(200);
            assertThat(response.asString().strip()).isEqualToIgnoringNewLines("n2");
        }
    }

    @Test
    void refusalIsAProblemThatSaysWhatAndWhere() {
        given().queryParam("query", "SELECT *\nWHERE { ?s ?p }")
                .accept("application/json")
                .get("/sparql")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", containsString("/problems/malformed-query"))
                .body("line", equalTo(2))
                .body("detail", containsString("Line 2"));
        given().queryParam("query", "SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } }")
                .get("/sparql")
                .then()
                .statusCode(400)
                .body("type", containsString("/problems/query-refused"));
        given().queryParam("query", "ASK {}")
                .queryParam("default-graph-uri", "urn:a")
                .get("/sparql")
                .then()
                .statusCode(400);
        given().queryParam("query", "ASK {}")
                .accept("image/png")
                .get("/sparql")
                .then()
                .statusCode(406);
    }

    @Test
    void updatesAreRefused() {
        given().formParam("update", "DROP ALL").post("/sparql").then().statusCode(400);
        given().contentType("application/sparql-update")
                .body("DROP ALL".getBytes(StandardCharsets.UTF_8))
                .post("/sparql")
                .then()
                .statusCode(400);
        given().put("/sparql").then().statusCode(405);
        given().queryParam("query", "DROP ALL").get("/sparql").then().statusCode(400);
    }

    @Test
    void whoAsksNothingGetsTheServiceDescription() {
        given().accept("text/turtle")
                .get("/sparql")
                .then()
                .statusCode(200)
                .body(containsString("SPARQL11Query"))
                .body(containsString("https://nantes.test/sparql"));
    }

    @Test
    void browserGetsAPageWithFormExamplesAndTable() {
        Sample sample = samples.publish("<script>alert(1)</script> stem", 1);
        await(() -> !titles(sample).isEmpty());
        String page = given().accept("text/html,*/*;q=0.8")
                .get("/sparql")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page).contains("<textarea", "Run the query", "href=\"/sparql?query=");
        given().accept("text/html")
                .formParam(
                        "query",
                        PREFIXES + "SELECT ?d ?t { ?d v:accession '" + sample.accession() + "'; dct:title ?t }")
                .post("/sparql")
                .then()
                .statusCode(200)
                .body(containsString("<a href=\"https://nantes.test/datasets/" + sample.accession() + "\">"))
                .body(containsString("&lt;script&gt;"))
                .body(not(containsString("<script>alert")));
        given().accept("text/html")
                .queryParam("query", "SELEC")
                .get("/sparql")
                .then()
                .statusCode(400)
                .body(containsString("role=\"alert\""))
                .body(containsString("Line 1"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void exampleFindsSomething(String slug) {
        Sample sample = samples.publish("Found by an example", 1);
        database.update(
                "update image set labels = '[{\"labelId\": \"lab\", \"name\": \"cells\", \"digest\": \"d\","
                        + " \"dtype\": \"uint32\"}]'::jsonb where accession = ?",
                sample.accession());
        samples.change(sample.accession(), sample.images(), false);
        await(() -> labels(sample) == 1);
        Example example = Example.list().stream()
                .filter(each -> each.slug().equals(slug))
                .findFirst()
                .orElseThrow();
        String format = slug.equals("describe-dataset") ? "ntriples" : "tsv";
        String answer = given().queryParam("query", example.query())
                .queryParam("format", format)
                .get("/sparql")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(answer.lines().count()).as(answer).isGreaterThan(1);
    }

    static List<String> examples() {
        return Example.list().stream().map(Example::slug).toList();
    }

    @Test
    void healthTellsCursorAndLag() {
        given().get("/q/health/ready").then().statusCode(200).body("checks.name", hasItem("sparql"));
    }

    private List<String> titles(Sample sample) {
        return given().queryParam(
                        "query",
                        PREFIXES + "SELECT ?t { ?d v:accession '" + sample.accession()
                                + "' ; a v:Dataset ; dct:title ?t }")
                .accept("application/json")
                .get("/sparql")
                .then()
                .statusCode(200)
                .extract()
                .path("results.bindings.t.value");
    }

    private int images(Sample sample) {
        return count("?i a v:Image ; dct:isPartOf/v:accession '" + sample.accession() + "'");
    }

    private int labels(Sample sample) {
        return count("?i a v:Image ; v:label ?l ; dct:isPartOf/v:accession '" + sample.accession() + "'");
    }

    private int derived(Sample sample) {
        return count(
                "GRAPH ?g { ?x v:zarr|v:digest|v:leadImage|<https://schema.org/thumbnailUrl> ?y } FILTER(CONTAINS(STR(?g), '"
                        + sample.accession() + "'))");
    }

    private int count(String pattern) {
        return Integer.parseInt(given().queryParam("query", PREFIXES + "SELECT (COUNT(*) AS ?n) { " + pattern + " }")
                .accept("application/json")
                .get("/sparql")
                .then()
                .statusCode(200)
                .extract()
                .path("results.bindings[0].n.value"));
    }

    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("within a minute").isBefore(end);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
