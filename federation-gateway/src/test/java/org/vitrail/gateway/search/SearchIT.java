package org.vitrail.gateway.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.vitrail.gateway.stage.Samples.dataset;
import static org.vitrail.gateway.stage.Samples.image;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrail.gateway.ingest.HarvestTrial;
import org.vitrail.gateway.stage.Samples.Sketch;
import org.vitrail.gateway.stage.Stage;
import org.vitrail.schema.dataset.TermReference;

@QuarkusTest
@QuarkusTestResource(Stage.class)
class SearchIT extends HarvestTrial {
    private static final String DATASETS = "/api/v1/search/datasets";

    private void publishMaizeAndMouse() {
        Sketch mouse = Sketch.mouse("montpellier", "5k7q9m2xdc").with(new TermReference("CL:0000121", "Purkinje cell"));
        nantes.publish(dataset(Sketch.maize("nantes", "3k7q9m2xdc"), nantes.base()));
        nantes.publish(image(Sketch.maize("nantes", "3k7q9m2xdc"), nantes.base()));
        montpellier.publish(dataset(mouse, montpellier.base()));
        montpellier.publish(image(mouse, montpellier.base()));
        harvest("nantes");
        harvest("montpellier");
    }

    private static ValidatableResponse get(String query) {
        return given().urlEncodingEnabled(false).get(DATASETS + query).then();
    }

    @Test
    void aHitHasTheFieldsOfTheContract() {
        publishMaizeAndMouse();
        get("?organism=NCBITaxon:4577")
                .statusCode(200)
                .body("total", equalTo(1))
                .body("results[0].identifier", equalTo("oai:nantes.vitrail.example:3k7q9m2xdc"))
                .body("results[0].doi", nullValue())
                .body("results[0].node", equalTo("nantes"))
                .body("results[0].creators", equalTo(List.of("Depositor, Demo")))
                .body("results[0].published", equalTo("2026-11-22"))
                .body("results[0].license", equalTo("CC-BY-4.0"))
                .body("results[0].images", equalTo(1))
                .body("results[0].sizeBytes", equalTo(409600))
                .body("results[0].landingPage", startsWith(nantes.base().toString()))
                .body("results[0].zarr", startsWith(nantes.base() + "/zarr/"))
                .body("results[0].organisms[0].id", equalTo("NCBITaxon:4577"))
                .body("facets.organism.id", hasItems("NCBITaxon:4577", "NCBITaxon:10090"))
                .body("facets.license[0].id", equalTo("CC-BY-4.0"))
                .body("next", nullValue());
    }

    @Test
    void aLargerGroupFindsWhatLiesBelowItAndTheHitSaysWhy() {
        publishMaizeAndMouse();
        get("?organism=NCBITaxon:4447")
                .body("total", equalTo(1))
                .body("results[0].matched[0].field", equalTo("organism"))
                .body("results[0].matched[0].asked", equalTo("NCBITaxon:4447"))
                .body("results[0].matched[0].by", equalTo("NCBITaxon:4577"))
                .body("results[0].matched[0].label", equalTo("Zea mays"))
                .body("facets.organism.find { it.id == 'NCBITaxon:4447' }.chosen", equalTo(true));
        get("?q=Liliopsida").body("total", equalTo(1)).body("results[0].matched[0].text", equalTo("Liliopsida"));
        get("?q=neuron").body("total", equalTo(1)).body("results[0].matched[0].by", equalTo("CL:0000121"));
    }

    @ParameterizedTest(name = "“{0}” finds {1}")
    @CsvSource({
        "maïs, nantes",
        "mais, nantes",
        "souris, montpellier",
        "noyaux cellulaire, montpellier",
        "des cellules nerveuses, montpellier",
        "stems, nantes",
        "'lignified, wall', nantes",
        "3k7q9m2xdc, nantes",
        "Purkinje, montpellier",
        "section of maize, nantes",
        "the maize, nantes"
    })
    void wordsAreFoundInEnglishAndFrench(String words, String node) {
        publishMaizeAndMouse();
        assertThat(find(words).results()).extracting(Hit::node).containsExactly(node);
    }

    @Test
    void valuesOfAFacetAreAlternativesAndFacetsNarrow() {
        publishMaizeAndMouse();
        get("?organism=NCBITaxon:4577&organism=NCBITaxon:10090").body("total", equalTo(2));
        get("?organism=NCBITaxon:4577&node=montpellier")
                .body("total", equalTo(0))
                .body("facets.organism.find { it.id == 'NCBITaxon:10090' }.count", equalTo(1))
                .body("facets.node.find { it.id == 'nantes' }.count", equalTo(1));
        get("?from=2026-11-23").body("total", equalTo(0));
        get("?from=2026-11-22&to=2026-11-22").body("total", equalTo(2));
    }

    @Test
    void imagesOfADataSetAreListed() {
        publishMaizeAndMouse();
        given().get("/api/v1/search/images?dataset=oai:nantes.vitrail.example:3k7q9m2xdc")
                .then()
                .body("total", equalTo(1))
                .body("results[0].pixels.sizeX", equalTo(800));
    }

    @Test
    void pagesLoseAndRepeatNothing() {
        for (int i = 0; i < 130; i++) {
            nantes.publish(dataset(Sketch.maize("nantes", "acc" + i), nantes.base()));
        }
        harvest("nantes");
        for (String order : List.of("q=maize", "sort=newest", "sort=title", "sort=oldest")) {
            Set<String> seen = new HashSet<>();
            int hits = 0;
            String next = DATASETS + "?size=50&" + order;
            while (next != null) {
                JsonPath page = given().urlEncodingEnabled(false)
                        .get(next)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
                assertThat(page.getInt("total")).isEqualTo(130);
                List<String> identifiers = page.getList("results.identifier");
                seen.addAll(identifiers);
                hits += identifiers.size();
                String address = page.getString("next");
                assertThat(address == null || address.startsWith("https://search.example/api/"))
                        .isTrue();
                next = address == null
                        ? null
                        : DATASETS + "?" + URI.create(address).getRawQuery();
            }
            assertThat(seen).as(order).hasSize(130);
            assertThat(hits).as(order).isEqualTo(130);
        }
    }

    @ParameterizedTest(name = "{0} is refused and {1} named")
    @CsvSource({
        "?size=0, size",
        "?size=101, size",
        "?size=many, size",
        "?sort=best, sort",
        "?from=yesterday, from",
        "?from=2026-11-23&to=2026-11-22, from",
        "?cursor=abc, cursor",
        "?cursor=WzEsMiwzXQ, cursor",
        "?year=26, year",
        "?q=a&q=b, q",
        "?colour=red, colour",
        "?query=%7B%22match_all%22%3A%7B%7D%7D, query"
    })
    void badParametersAreNamed(String query, String parameter) {
        get(query)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("parameter", equalTo(parameter))
                .body("status", equalTo(400))
                .body("type", containsString("bad-parameter"));
    }

    @Test
    void withTheEngineAwayTheSearchSaysWhenToAskAgain() {
        engine.shut();
        get("?q=maize")
                .statusCode(503)
                .header("Retry-After", "10")
                .contentType("application/problem+json")
                .body("detail", containsString("try again"));
    }

    @Test
    void foundWordsAreMarkedAndEverythingElseIsEscaped() {
        nantes.publish(
                dataset(Sketch.maize("nantes", "3k7q9m2xdc").titled("Maize <script>alert(1)</script>"), nantes.base()));
        harvest("nantes");
        String title = get("?q=maize").extract().path("results[0].highlight.title");
        assertThat(title).contains("<em>Maize</em>").contains("&lt;script&gt;").doesNotContain("<script>");
    }

    @Test
    void termsAreSuggestedByTheBeginningOfTheirName() {
        given().queryParam("q", "maï")
                .get("/api/v1/terms")
                .then()
                .statusCode(200)
                .body("terms.id", hasItems("NCBITaxon:4577"));
        given().queryParam("q", "")
                .get("/api/v1/terms")
                .then()
                .body("terms", hasSize(0))
                .body("terms.id", everyItem(startsWith("x")));
    }
}
