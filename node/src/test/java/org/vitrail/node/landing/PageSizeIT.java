package org.vitrail.node.landing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vitrail.node.NodeEngines;
import org.vitrail.node.PublishedSamples;
import org.vitrail.node.PublishedSamples.Sample;
import org.vitrail.node.database.Database;

/** A landing page stays small, whatever the data set holds. */
@QuarkusTest
@QuarkusTestResource(NodeEngines.class)
class PageSizeIT {
    private static final int MOST_BYTES = 30_000;

    @Inject
    PublishedSamples samples;

    @Inject
    Database database;

    @AfterEach
    void clear() {
        samples.clear();
    }

    private static byte[] page(Sample sample) {
        return given().accept("text/html")
                .header("Accept-Encoding", "identity")
                .get("/datasets/" + sample.accession())
                .asByteArray();
    }

    @Test
    void aThousandImagesAndAThousandFilesFitInto30Kilobytes() {
        Sample sample = samples.publish("Many images, many files", 1_000);
        samples.addFiles(sample.accession(), 1_000);
        byte[] html = page(sample);
        assertThat(new String(html, java.nio.charset.StandardCharsets.UTF_8))
                .contains("1–36 of 1000")
                .contains("of 1000 files");
        assertThat(html.length).isLessThan(MOST_BYTES);
    }

    @Test
    void aLongDescriptionStandsInThePageOnce() {
        String marker = "the end of a very long description";
        Sample sample = samples.publish("Long description", 1);
        database.update(
                "update version set description = jsonb_set(description, '{description}', to_jsonb(repeat('words ', 8000) || ?))"
                        + " where accession = ?",
                marker,
                sample.accession());
        String html = new String(page(sample), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(html.split(marker, -1)).hasSize(2);
        assertThat(given().get("/datasets/" + sample.accession() + "/metadata/schemaorg")
                        .asString())
                .contains(marker);
    }
}
