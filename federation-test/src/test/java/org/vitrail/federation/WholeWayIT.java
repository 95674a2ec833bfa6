package org.vitrail.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From a deposit on a node to a hit of the gateway, pixel for pixel. */
class WholeWayIT {

    private static RunningFederation federation;

    @BeforeAll
    static void start() {
        federation = RunningFederation.get();
    }

    @Test
    void everyStepSucceedsAndEveryPixelIsEqual() {
        assertThat(federation.report().path("ok").asBoolean())
                .as(federation.report().toPrettyString())
                .isTrue();
        assertThat(federation.report().at("/pixels/images").asInt()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void everyPublishedDatasetIsFoundWithThumbnailLandingPageAndPixels() {
        var hits = federation.gateway().listDatasets();
        for (JsonNode dataset : federation.report().path("datasets")) {
            JsonNode hit = hits.get(dataset.path("identifier").asText());
            assertThat(hit).as(dataset.toString()).isNotNull();
            for (String link : new String[] {"landingPage", "thumbnail"}) {
                assertThat(federation.http().status(URI.create(hit.path(link).asText())))
                        .as("%s of %s", link, hit)
                        .isEqualTo(200);
            }
            assertThat(federation.http().bytes(URI.create(hit.path("zarr").asText() + "/zarr.json")))
                    .isNotEmpty();
        }
    }

    @Test
    void searchClimbsTheOntologyAndSaysWhy() {
        // Mammalia: no record says so, mouse and human are beneath it
        JsonNode answer = federation
                .http()
                .get(federation.gateway().base().resolve("/api/v1/search/datasets?organism=NCBITaxon:40674"), null);

        assertThat(answer.path("total").asInt()).isGreaterThanOrEqualTo(4);
        assertThat(answer.at("/results/0/matched/0/asked").asText()).isEqualTo("NCBITaxon:40674");
        assertThat(answer.at("/results/0/matched/0/by").asText()).isIn("NCBITaxon:9606", "NCBITaxon:10090");
    }

    @Test
    void anImageSetsOrganismKeepsImagesApart() {
        JsonNode mice = federation
                .http()
                .get(
                        federation
                                .gateway()
                                .base()
                                .resolve("/api/v1/search/images?q=two+species&organism=NCBITaxon:10090"),
                        null);

        assertThat(mice.path("results"))
                .isNotEmpty()
                .allSatisfy(image -> assertThat(image.path("organisms").toString())
                        .contains("NCBITaxon:10090")
                        .doesNotContain("NCBITaxon:9606"));
    }
}
