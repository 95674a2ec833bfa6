package org.vitrail.node.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vitrail.node.NodeClient;
import org.vitrail.node.NodeEngines;
import org.vitrail.node.TinyTiff;
import org.vitrail.node.database.Database;
import org.vitrail.store.ObjectStore;

/** Corrections of what is published, by people and by the calendar. */
@QuarkusTest
@QuarkusTestResource(NodeEngines.class)
class RevisionIT {
    private final NodeClient depositor = NodeClient.of("depositor");

    @Inject
    Revisions revisions;

    @Inject
    Database database;

    @Inject
    ObjectStore store;

    @Test
    void correctedDescriptionIsANewRevisionOfTheSameVersion() {
        String accession =
                depositor.publish(NodeClient.description("a.tif"), Map.of("a.tif", TinyTiff.gray(80, 60, 16)));
        long before = sequences(accession).getFirst();
        String address = "/api/v1/datasets/" + accession + "/metadata";
        depositor
                .request()
                .body("{\"title\":\"A better title for these pictures\",\"keywords\":[\"noise\"]}")
                .patch(address)
                .then()
                .statusCode(200)
                .body("title", equalTo("A better title for these pictures"))
                .body("version", equalTo(1));
        assertThat(sequences(accession).getFirst()).isGreaterThan(before);
        assertThat(new String(store.get(accession + "/metadata/r2/dataset.json"), StandardCharsets.UTF_8))
                .contains("A better title");
        depositor
                .request()
                .body("{\"license\":null}")
                .patch(address)
                .then()
                .statusCode(422)
                .body("faults.path", hasItem("license"));
        NodeClient.of("depositor2")
                .request()
                .body("{\"title\":\"Mine now\"}")
                .patch(address)
                .then()
                .statusCode(403);
    }

    /** As when an ontology declares a term obsolete, or a node no longer loads it. */
    @Test
    void whatWasAcceptedOnceHoldsUpNoOtherCorrection() {
        String accession =
                depositor.publish(NodeClient.description("a.tif"), Map.of("a.tif", TinyTiff.gray(80, 60, 25)));
        database.update(
                "update version set description = jsonb_set(description, '{terms}', '[{\"id\": \"CL:9999999\"}]') where"
                        + " accession = ?",
                accession);
        String address = "/api/v1/datasets/" + accession + "/metadata";
        depositor
                .request()
                .body("{\"title\":\"A better title for these pictures\"}")
                .patch(address)
                .then()
                .statusCode(200);
        depositor
                .request()
                .body("{\"terms\":[{\"id\":\"CL:9999998\"}]}")
                .patch(address)
                .then()
                .statusCode(422)
                .body("faults.path", equalTo(List.of("terms[0]")));
    }

    @Test
    void embargoEndsOnItsDay() {
        String embargoed = "\"access\":\"embargoed\",\"embargoUntil\":\"2099-01-31\"";
        String accession = depositor.publish(
                NodeClient.description("a.tif").replace("\"access\":\"open\"", embargoed),
                Map.of("a.tif", TinyTiff.gray(80, 60, 20)));
        String address = "/api/v1/datasets/" + accession;
        new EmbargoJob(database, revisions, Clock.fixed(Instant.parse("2099-01-30T23:59:59Z"), ZoneOffset.UTC))
                .liftDue();
        given().get(address).then().body("access", equalTo("embargoed")).body("embargoUntil", equalTo("2099-01-31"));
        new EmbargoJob(database, revisions, Clock.fixed(Instant.parse("2099-01-31T00:00:00Z"), ZoneOffset.UTC))
                .liftDue();
        given().get(address).then().body("access", equalTo("open")).body("leadImage.zarr", notNullValue());
    }

    /** As when an owner prolongs an embargo while the node is lifting those that were due. */
    @Test
    void embargoThatWasProlongedStays() {
        String embargoed = "\"access\":\"embargoed\",\"embargoUntil\":\"2098-01-31\"";
        String accession = depositor.publish(
                NodeClient.description("a.tif").replace("\"access\":\"open\"", embargoed),
                Map.of("a.tif", TinyTiff.gray(80, 60, 23)));
        String address = "/api/v1/datasets/" + accession;
        depositor
                .request()
                .body("{\"embargoUntil\":\"2098-12-31\"}")
                .patch(address + "/metadata")
                .then()
                .statusCode(200);
        revisions.liftEmbargo(accession, LocalDate.parse("2098-01-31"));
        given().get(address).then().body("access", equalTo("embargoed")).body("embargoUntil", equalTo("2098-12-31"));
    }

    private List<Long> sequences(String accession) {
        return database.list(
                "select sequence from oai_item where accession = ? order by sequence",
                row -> row.longInteger("sequence"),
                accession);
    }

    @Test
    void aDataSetBelongsToCommunitiesOfItsNodeOnly() {
        String accession =
                depositor.publish(NodeClient.description("a.tif"), Map.of("a.tif", TinyTiff.gray(80, 60, 26)));
        String address = "/api/v1/datasets/" + accession + "/metadata";
        depositor
                .request()
                .body("{\"communities\":[\"plants\",\"pirates\"]}")
                .patch(address)
                .then()
                .statusCode(422)
                .body("faults.path", equalTo(List.of("communities[1]")))
                .body("faults.code", equalTo(List.of("community-unknown")));
        depositor
                .request()
                .body("{\"communities\":[\"plants\"]}")
                .patch(address)
                .then()
                .statusCode(200);
        assertThat(given().get("/oai?verb=ListIdentifiers&metadataPrefix=oai_dc&set=community:plants")
                        .asString())
                .contains(accession);
    }
}
