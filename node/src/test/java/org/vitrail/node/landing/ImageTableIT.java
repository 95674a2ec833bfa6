package org.vitrail.node.landing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrail.node.NodeEngines;
import org.vitrail.node.PublishedSamples;
import org.vitrail.node.PublishedSamples.Sample;
import org.vitrail.node.access.PublicAddress;

/** The table of images that Croissant's records come from. */
@QuarkusTest
@QuarkusTestResource(NodeEngines.class)
class ImageTableIT {
    @Inject
    PublishedSamples samples;

    @Inject
    PublicAddress address;

    @BeforeEach
    void clear() {
        samples.clear();
    }

    private static List<String> lines(Response response) {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).startsWith("text/csv").containsIgnoringCase("charset=utf-8");
        return List.of(response.asString().split("\\r\\n"));
    }

    @Test
    void everyImageHasItsLineInOrder() {
        Sample sample = samples.publish("Many", 1203);
        List<String> lines = lines(given().get("/datasets/" + sample.accession() + "/v1/images.csv"));
        assertThat(lines).hasSize(1204);
        assertThat(lines.getFirst()).startsWith("id,name,image_set,");
        for (int i = 0; i < sample.images().size(); i++) {
            assertThat(lines.get(i + 1))
                    .startsWith(sample.images().get(i) + ",Image " + (i + 1) + ",stem section,")
                    .contains(address.of("/zarr/" + sample.accession() + "/").toString());
        }
    }

    @Test
    void croissantNamesTheTableAndItsColumns() throws Exception {
        Sample sample = samples.publish("Maize stem", 1);
        JsonNode croissant = new ObjectMapper()
                .readTree(given().get("/datasets/" + sample.accession() + "/metadata/croissant")
                        .asString());
        URI table = URI.create(croissant.at("/distribution/0/contentUrl").asText());
        assertThat(table).isEqualTo(address.of("/datasets/" + sample.accession() + "/v1/images.csv"));
        List<String> columns =
                List.of(lines(given().get(table.getPath())).getFirst().split(","));
        assertThat(croissant.at("/recordSet/0/field").findValuesAsText("column"))
                .isEqualTo(columns);
    }

    @Test
    void pixelsThatAreNotOpenLeaveNoTrace() {
        Sample sample = samples.publish("Secret", 2, "\"restricted\"");
        List<String> lines = lines(given().get("/datasets/" + sample.accession() + "/v1/images.csv"));
        assertThat(lines).hasSize(3);
        assertThat(String.join("", lines)).doesNotContain("/zarr/", "/thumbnails/", "a".repeat(64));
    }

    @Test
    void dataSetWithoutImagesHasAHeaderOnly() {
        Sample sample = samples.publish("Empty", 0);
        assertThat(lines(given().get("/datasets/" + sample.accession() + "/v1/images.csv")))
                .hasSize(1);
    }

    @Test
    void absentAndWithdrawnAreToldApart() {
        Sample sample = samples.publish("Gone", 1);
        assertThat(given().accept("text/csv")
                        .get("/datasets/" + sample.accession() + "/v2/images.csv")
                        .statusCode())
                .isEqualTo(404);
        samples.withdraw(sample, "Consent was revoked.");
        assertThat(given().accept("text/csv")
                        .get("/datasets/" + sample.accession() + "/v1/images.csv")
                        .statusCode())
                .isEqualTo(410);
    }
}
