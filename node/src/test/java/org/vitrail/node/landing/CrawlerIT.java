package org.vitrail.node.landing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrail.node.NodeEngines;
import org.vitrail.node.PublishedSamples;
import org.vitrail.node.PublishedSamples.Sample;
import org.vitrail.node.access.PublicAddress;

/** What search engines and data portals find of a whole node. */
@QuarkusTest
@QuarkusTestResource(NodeEngines.class)
class CrawlerIT {
    private static final Pattern ENTRY = Pattern.compile("<url><loc>([^<]+)</loc><lastmod>[^<]+Z</lastmod></url>");
    private static final Pattern PART = Pattern.compile("<sitemap><loc>([^<]+)</loc></sitemap>");

    @Inject
    PublishedSamples samples;

    @Inject
    PublicAddress address;

    @BeforeEach
    @AfterEach
    void clear() {
        samples.clear();
    }

    private static String get(String path) {
        return given().get(path).then().statusCode(200).extract().asString();
    }

    @Test
    void sitemapListsTheLandingPagesAndRobotsNamesIt() {
        Sample sample = samples.publish("Maize stem", 0);
        assertThat(ENTRY.matcher(get("/sitemap.xml")).results().map(m -> m.group(1)))
                .containsExactly(address.of("/datasets/" + sample.accession()).toString());
        assertThat(get("/robots.txt")).contains("Disallow: /zarr/", "Sitemap: " + address.of("/sitemap.xml"));
    }

    @Test
    void sitemapOfManyDataSetsIsSeveralFiles() {
        samples.publishMany(50_001);
        assertThat(PART.matcher(get("/sitemap.xml")).results().map(m -> m.group(1)))
                .containsExactly(
                        address.of("/sitemap-0.xml").toString(),
                        address.of("/sitemap-1.xml").toString());
        assertThat(ENTRY.matcher(get("/sitemap-0.xml")).results().count()).isEqualTo(50_000);
        assertThat(ENTRY.matcher(get("/sitemap-1.xml")).results().count()).isEqualTo(1);
        assertThat(ENTRY.matcher(get("/sitemap-2.xml")).results().count()).isZero();
    }
}
