package org.vitrail.gateway.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.vitrail.gateway.stage.Samples.dataset;
import static org.vitrail.gateway.stage.Samples.identifier;
import static org.vitrail.gateway.stage.Samples.image;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.vitrail.gateway.ingest.HarvestTrial;
import org.vitrail.gateway.stage.Samples.Sketch;
import org.vitrail.gateway.stage.Stage;
import org.vitrail.schema.dataset.PublishedImage;

@QuarkusTest
@QuarkusTestResource(Stage.class)
class PagesIT extends HarvestTrial {
    private static final Sketch MAIZE = Sketch.maize("nantes", "3k7q9m2xdc");

    private void publish(Sketch sketch) {
        nantes.publish(dataset(sketch, nantes.base()));
        nantes.publish(image(sketch, nantes.base()));
        harvest("nantes");
    }

    private static String page(String path, int status) {
        return given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(status)
                .extract()
                .asString();
    }

    @Test
    void theSearchPageShowsHitsFacetsAndWhy() {
        publish(MAIZE);
        assertThat(page("/?q=Liliopsida", 200))
                .contains("Maize stem section", "Zea mays is a kind of Liliopsida", "/thumbnails/3k7q9m2xdc.jpg")
                .contains("name=\"organism\" value=\"NCBITaxon:4577\"")
                .contains("href=\"/datasets/oai:nantes.vitrail.example:3k7q9m2xdc\"");
        assertThat(page("/?in=images&organism=NCBITaxon:4577", 200))
                .contains("800 × 512 px")
                .contains("checked");
    }

    @Test
    void anEmptySearchSuggestsWhatToTry() {
        publish(MAIZE);
        assertThat(page("/?q=mice&node=nantes", 200)).contains("No data sets found", "The same without filters");
    }

    @Test
    void theDataSetPageStreamsPixelsFromTheNode() {
        publish(MAIZE);
        assertThat(page("/datasets/" + identifier("nantes", "3k7q9m2xdc"), 200))
                .contains("<ome-zarr-view src=\"" + nantes.base() + "/zarr/3k7q9m2xdc/3k7q9m2xdc.ome.zarr\"")
                .contains("href=\"" + nantes.base() + "/datasets/3k7q9m2xdc\"")
                .contains("Image of Maize stem section");
    }

    @Test
    void anImageBeyondTheFirstPageOfTheGalleryIsShownWhenAskedFor() {
        publish(MAIZE);
        for (int i = 0; i < 30; i++) {
            nantes.publish(renamed(image(MAIZE, nantes.base()), "extra" + i));
        }
        harvest("nantes");
        String dataset = identifier("nantes", "3k7q9m2xdc");
        for (int i = 0; i < 30; i++) {
            assertThat(page("/datasets/" + dataset + "?image=" + dataset + "/extra" + i, 200))
                    .contains("<ome-zarr-view src=\"" + nantes.base() + "/zarr/3k7q9m2xdc/extra" + i + ".ome.zarr\"");
        }
        assertThat(page("/datasets/" + dataset + "?image=oai:other:x%00y", 200)).contains("/3k7q9m2xdc.ome.zarr\"");
    }

    @Test
    void controlCharactersInAnAddressAreNoFailureOfTheDatabase() {
        assertThat(page("/datasets/a%00b", 404)).contains("There is nothing here");
    }

    private static PublishedImage renamed(PublishedImage i, String id) {
        URI zarr = i.zarr().resolve(id + ".ome.zarr");
        return new PublishedImage(
                i.datasetIdentifier() + "/" + id,
                id,
                i.datasetIdentifier(),
                i.datasetAccession(),
                i.datasetTitle(),
                i.node(),
                i.publisher(),
                i.landingPage(),
                i.imageSet(),
                id,
                i.creators(),
                i.license(),
                i.organisms(),
                i.imagingMethods(),
                i.terms(),
                i.access(),
                i.published(),
                i.modified(),
                i.pixels(),
                zarr,
                i.thumbnail(),
                i.digest(),
                i.sizeBytes(),
                i.labels());
    }

    @Test
    void theDataSetPageIsThereWithoutTheEngine() {
        publish(MAIZE);
        engine.shut();
        assertThat(page("/datasets/" + identifier("nantes", "3k7q9m2xdc"), 200))
                .contains("list of images is not available");
        assertThat(page("/?q=maize", 503)).contains("not available at the moment");
        engine.reopen();
    }

    @Test
    void withdrawnAndUnknownDataSetsAreToldApart() {
        publish(MAIZE);
        nantes.delete(identifier("nantes", "3k7q9m2xdc"));
        harvest("nantes");
        assertThat(page("/datasets/" + identifier("nantes", "3k7q9m2xdc"), 410)).contains("withdrawn");
        assertThat(page("/datasets/oai:x:y", 404)).contains("There is nothing here");
        assertThat(page("/nowhere", 404)).contains("<html");
    }

    @Test
    void whatNodesSayIsTextAndNeverMarkup() {
        String attack = "\"><script>alert(1)</script><img src=x onerror=alert(1)>";
        publish(MAIZE.titled("Maize " + attack));
        for (String path : new String[] {"/", "/?q=maize", "/datasets/" + identifier("nantes", "3k7q9m2xdc")}) {
            assertThat(page(path, 200)).doesNotContain("<script>alert").doesNotContain("<img src=x");
        }
        assertThat(page("/?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", 200)).doesNotContain("<script>alert");
        assertThat(page("/nodes", 200)).contains("Montpellier &lt;i&gt;").doesNotContain("Montpellier <i>");
    }

    @Test
    void pagesMayLoadPixelsFromTheNodesAndScriptsFromNowhereElse() {
        given().get("/")
                .then()
                .header(
                        "Content-Security-Policy",
                        allOf(
                                containsString("img-src 'self' data: "),
                                containsString("connect-src 'self' "),
                                containsString(nantes.base().toString()),
                                containsString("script-src 'self' 'wasm-unsafe-eval';"),
                                not(containsString("unsafe-inline"))))
                .header("X-Content-Type-Options", equalTo("nosniff"));
        given().get("/assets/vitrail.css").then().statusCode(200);
    }

    @Test
    void theNodesPageTellsWhatFailedAndWhy() {
        nantes.publishRaw(identifier("nantes", "5k7q9m2xdc"), "<odd xmlns=\"urn:odd\">no RDF</odd>");
        harvest("nantes");
        montpellier.failAfter(0);
        harvest("montpellier");
        assertThat(page("/nodes", 200))
                .contains("harvested completely", "incomplete", "HTTP status 500")
                .contains(identifier("nantes", "5k7q9m2xdc"));
        harvest("nantes");
        assertThat(page("/nodes", 200))
                .as("also after a run that did not bring it")
                .contains(identifier("nantes", "5k7q9m2xdc"));
        given().get("/api/v1/nodes/nantes/failures").then().body("failures.size()", equalTo(1));
        given().get("/api/v1/nodes").then().statusCode(200).body("nodes.size()", equalTo(2));
        given().get("/api/v1/nodes/nantes/runs").then().body("runs[0].outcome", equalTo("complete"));
        given().get("/api/v1/nodes/paris").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void aPingIsAcceptedAndAnsweredByOneHarvestHoweverOftenItComes() {
        String first = given().post("/api/v1/nodes/nantes/ping")
                .then()
                .statusCode(202)
                .extract()
                .path("harvestAt");
        String second = given().post("/api/v1/nodes/nantes/ping")
                .then()
                .statusCode(202)
                .extract()
                .path("harvestAt");
        assertThat(second).isEqualTo(first);
        given().post("/api/v1/nodes/paris/ping").then().statusCode(404);
    }

    @Test
    void pagesElsewhereMayAskTheSearch() {
        given().header("Origin", "https://elsewhere.example")
                .get("/api/v1/search/datasets")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", equalTo("https://elsewhere.example"));
    }

    @Test
    void aboutAndTheApiAreDescribed() {
        assertThat(page("/about", 200)).contains("problem-bad-parameter");
        given().get("/q/openapi").then().statusCode(200).body(containsString("/api/v1/search/{repository}"));
    }
}
