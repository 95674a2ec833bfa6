package org.vitrail.node.landing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrail.node.NodeEngines;
import org.vitrail.node.PublishedSamples;
import org.vitrail.node.PublishedSamples.Sample;
import org.vitrail.node.access.PublicAddress;
import org.vitrail.node.landing.FairPage.Link;
import org.vitrail.store.ObjectStore;

/** The typed links of https://signposting.org/FAIR, there and back. */
@QuarkusTest
@QuarkusTestResource(NodeEngines.class)
class SignpostingIT {
    @Inject
    PublishedSamples samples;

    @Inject
    ObjectStore store;

    @Inject
    PublicAddress address;

    @BeforeEach
    @AfterEach
    void clear() {
        samples.clear();
    }

    private Sample publish(int images) {
        Sample sample = samples.publish("Maize stem", images);
        for (String image : sample.images()) {
            store.put(
                    sample.accession() + "/images/" + image + ".ome.zarr/zarr.json", "{\"zarr_format\": 3}".getBytes());
        }
        return sample;
    }

    @Test
    void everyLinkOfThePageLeadsBack() {
        Sample sample = publish(2);
        FairPage page = new FairPage(address, "/datasets/" + sample.accession() + "/v1");
        String self = address.of("/datasets/" + sample.accession() + "/v1").toString();
        String latest = address.of("/datasets/" + sample.accession()).toString();
        for (Link description : page.links("describedby")) {
            Response metadata = page.follow(description.target());
            assertThat(metadata.contentType()).startsWith(description.type());
            assertThat(FairPage.links(metadata))
                    .anySatisfy(link ->
                            assertThat(link.relation() + " " + link.target()).isEqualTo("describes " + self));
        }
        for (Link item : page.links("item")) {
            assertThat(FairPage.links(page.follow(item.target())))
                    .anySatisfy(link -> assertThat(link.relation() + " " + link.target())
                            .isIn("collection " + self, "collection " + latest));
        }
        assertThat(FairPage.links(given().get("/datasets/" + sample.accession() + "/metadata/turtle")))
                .extracting(Link::target)
                .containsExactly(latest);
    }

    @Test
    void linksetsSayAllThatTheHeaderSaysInBothForms() throws Exception {
        Sample sample = publish(12);
        FairPage page = new FairPage(address, "/datasets/" + sample.accession());
        assertThat(page.links("linkset"))
                .extracting(Link::type)
                .containsExactly("application/linkset+json", "application/linkset");
        Response json = page.follow(page.links("linkset").getFirst().target());
        Response text = page.follow(page.links("linkset").getLast().target());
        assertThat(json.contentType()).startsWith("application/linkset+json");
        assertThat(text.contentType()).startsWith("application/linkset");
        Set<String> inJson = ofJson(new ObjectMapper().readTree(json.asString()));
        assertThat(ofText(text.asString())).isEqualTo(inJson);
        String self = address.of("/datasets/" + sample.accession() + "/v1").toString();
        assertThat(inJson)
                .containsAll(page.links().stream()
                        .filter(link -> !link.relation().equals("linkset"))
                        .map(link -> self + " " + link.relation() + " " + link.target())
                        .toList());
        assertThat(inJson.stream().filter(link -> link.startsWith(self + " item ")))
                .hasSize(13);
        assertThat(inJson.stream().filter(link -> link.endsWith(" collection " + self)))
                .hasSize(13);
    }

    private static Set<String> ofJson(JsonNode document) {
        Set<String> links = new HashSet<>();
        document.path("linkset")
                .forEach(context -> context.properties().stream()
                        .filter(property -> property.getValue().isArray())
                        .forEach(property -> property.getValue()
                                .forEach(target ->
                                        links.add(context.path("anchor").asText() + " " + property.getKey() + " "
                                                + target.path("href").asText()))));
        return links;
    }

    private static Set<String> ofText(String document) {
        Set<String> links = new HashSet<>();
        FairPage.parse(document)
                .forEach(link ->
                        links.add(link.attributes().get("anchor") + " " + link.relation() + " " + link.target()));
        return links;
    }

    @Test
    void privatePixelsAreInNoLinkset() {
        Sample sample = samples.publish("Secret pixels", 2, "\"restricted\"");
        for (String form : List.of("linkset", "linkset.json")) {
            Response links = given().get("/datasets/" + sample.accession() + "/v1/" + form);
            assertThat(links.statusCode()).isEqualTo(200);
            assertThat(links.asString()).contains("images.csv").doesNotContain("/zarr/");
        }
    }

    @Test
    void withdrawnAndUnknownDataSetsHaveNoLinkset() {
        Sample sample = publish(1);
        samples.withdraw(sample, "Mixed up.");
        assertThat(given().get("/datasets/" + sample.accession() + "/v1/linkset")
                        .statusCode())
                .isEqualTo(410);
        assertThat(given().get("/datasets/0000000000/v1/linkset.json").statusCode())
                .isEqualTo(404);
        Response pixels = given().get("/zarr/" + sample.accession() + "/" + sample.lead() + ".ome.zarr/zarr.json");
        assertThat(pixels.statusCode()).isEqualTo(404);
        assertThat(FairPage.links(pixels)).isEmpty();
    }
}
