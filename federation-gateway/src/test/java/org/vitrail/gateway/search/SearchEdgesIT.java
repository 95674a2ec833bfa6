package org.vitrail.gateway.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.vitrail.gateway.stage.Samples.dataset;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrail.gateway.ingest.HarvestTrial;
import org.vitrail.gateway.stage.Samples.Sketch;
import org.vitrail.gateway.stage.Stage;

/** What is asked for at the edges: identifiers as words, the other language, the last day, forged cursors. */
@QuarkusTest
@QuarkusTestResource(Stage.class)
class SearchEdgesIT extends HarvestTrial {
    private static final String DATASETS = "/api/v1/search/datasets";

    private void publishMaizeAndMouse() {
        nantes.publish(dataset(Sketch.maize("nantes", "3k7q9m2xdc"), nantes.base()));
        montpellier.publish(dataset(Sketch.mouse("montpellier", "5k7q9m2xdc"), montpellier.base()));
        harvest("nantes");
        harvest("montpellier");
    }

    private static ValidatableResponse get(String query) {
        return given().urlEncodingEnabled(false).get(DATASETS + query).then();
    }

    @ParameterizedTest(name = "“{0}” finds what lies below it")
    @CsvSource({
        "NCBITaxon:4447, nantes",
        "NCBITaxon_10090, montpellier",
        "NCBITaxon:40674, montpellier",
        "NCBITaxon:0, ''"
    })
    void curiesAreWords(String words, String node) {
        publishMaizeAndMouse();
        assertThat(find(words).results()).extracting(Hit::node).isEqualTo(node.isEmpty() ? List.of() : List.of(node));
    }

    @Test
    void aNameInOneLanguageFindsTextsInTheOther() {
        nantes.publish(dataset(Sketch.maize("nantes", "3k7q9m2xdc").titled("Nuclei in a stem"), nantes.base()));
        harvest("nantes");
        get("?q=noyaux")
                .body("total", equalTo(1))
                .body("results[0].highlight.title", containsString("<em>Nuclei</em>"));
        get("?q=souris").body("total", equalTo(0));
    }

    @Test
    void theLastDayOfAllIsADayToo() {
        publishMaizeAndMouse();
        get("?to=9999-12-31").statusCode(200).body("total", equalTo(2));
        get("?from=0000-01-01&to=2026-11-21").statusCode(200).body("total", equalTo(0));
    }

    @ParameterizedTest(name = "a cursor with {1} in the order {0} is refused")
    @CsvSource({
        "newest, '\"now\"'",
        "newest, null",
        "newest, 1e300",
        "oldest, 1000000000000000000000000000000",
        "relevance, '\"x\"'",
        "title, 5",
        "title, true"
    })
    void forgedCursorsNeverReachTheEngine(String sort, String value) throws Exception {
        publishMaizeAndMouse();
        String next = get("?size=1&sort=" + sort).extract().path("next");
        String query = URI.create(next).getRawQuery();
        String cursor = query.substring(query.indexOf("cursor=") + "cursor=".length());
        ArrayNode place =
                (ArrayNode) new ObjectMapper().readTree(Base64.getUrlDecoder().decode(cursor));
        String forged = "[" + place.get(0) + "," + value + ",\"oai:x\"]";
        get("?size=1&sort=" + sort + "&cursor="
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(forged.getBytes(StandardCharsets.UTF_8)))
                .statusCode(400)
                .body("parameter", equalTo("cursor"));
    }
}
