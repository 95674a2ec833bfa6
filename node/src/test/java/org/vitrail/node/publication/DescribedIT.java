package org.vitrail.node.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vitrail.node.NodeClient;
import org.vitrail.node.NodeEngines;
import org.vitrail.node.TinyTiff;

/** What a depositor says of funding, samples, channels, labels and splits is published. */
@QuarkusTest
@QuarkusTestResource(NodeEngines.class)
class DescribedIT {
    private static final String OF_IMAGE = """
            "split":"train",
            "channels":[{"name":"DAPI","excitationNanometer":405,"fluorophore":"DAPI"}],
            "labels":[{"file":"l.tif","name":"cells","annotation":{"type":"segmentation_mask","method":"by hand"}}],
            "name":"a.tif"
            """;
    private static final String OF_SET = """
            "specimen":{"experimentalStatus":"control"},
            "biosample":{"biologicalEntity":"NCBITaxon:4577"},
            "images":""";
    private static final String OF_DATASET = """
            "funding":[{"funder":"Demo funder","awardNumber":"1"}],
            "plans":["https://example.org/plans/1"],
            "study":{"design":"One stem, one section."},
            "imageSets":""";

    @Test
    void whatIsDescribedIsPublished() {
        String description = NodeClient.description("a.tif")
                .replace("\"name\":\"a.tif\"", OF_IMAGE)
                .replace("\"images\":", OF_SET)
                .replace("\"imageSets\":", OF_DATASET);
        assertThat(description).contains("split", "specimen", "funding");
        String accession = NodeClient.of("depositor")
                .publish(description, Map.of("a.tif", TinyTiff.gray(71, 31, 21), "l.tif", TinyTiff.gray(71, 31, 22)));
        given().get("/api/v1/datasets/" + accession)
                .then()
                .statusCode(200)
                .body("context.funding[0].funder", equalTo("Demo funder"))
                .body("context.plans[0]", equalTo("https://example.org/plans/1"))
                .body("context.study.design", equalTo("One stem, one section."))
                .body("imageSets[0].rembi.specimen.experimentalStatus", equalTo("control"))
                .body("imageSets[0].rembi.biosample.biologicalEntity.label", equalTo("Zea mays"));
        given().get("/api/v1/datasets/" + accession + "/v1/images")
                .then()
                .statusCode(200)
                .body("results[0].split", equalTo("train"))
                .body("results[0].pixels.channels[0].fluorophore", equalTo("DAPI"))
                .body("results[0].labels[0].annotation.type", equalTo("segmentation_mask"));
    }
}
