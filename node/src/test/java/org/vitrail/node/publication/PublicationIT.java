package org.vitrail.node.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vitrail.node.NodeClient;
import org.vitrail.node.NodeEngines;
import org.vitrail.node.TinyTiff;
import org.vitrail.node.database.Database;
import org.vitrail.node.deposit.Deposit;
import org.vitrail.node.deposit.DepositState;
import org.vitrail.node.deposit.DepositStore;
import org.vitrail.store.ObjectStore;

@QuarkusTest
@QuarkusTestResource(NodeEngines.class)
class PublicationIT {
    private final NodeClient depositor = NodeClient.of("depositor");
    private final NodeClient curator = NodeClient.of("curator");

    @Inject
    Publishing publishing;

    @Inject
    PublishJob job;

    @Inject
    DepositStore deposits;

    @Inject
    Database database;

    @Inject
    ObjectStore store;

    @Test
    void acceptedDepositIsPublishedWithManifestRevisionHistoryAndCatalog() {
        String accession =
                depositor.publish(NodeClient.description("a.tif"), Map.of("a.tif", TinyTiff.gray(80, 60, 11)));
        Response dataset = given().get("/api/v1/datasets/" + accession);
        dataset.then()
                .statusCode(200)
                .body("identifier", equalTo("oai:nantes.vitrail.example:" + accession))
                .body("version", equalTo(1))
                .body("landingPage", equalTo("https://nantes.test/datasets/" + accession))
                .body("versionDoi", equalTo("demo." + accession + ".v1"))
                .body("doiRegistered", equalTo(false))
                .body("organisms[0].label", equalTo("Zea mays"))
                .body("imageCount", equalTo(1))
                .body("leadImage.zarr", notNullValue());
        String image = store.get(accession + "/versions/v1.json").length == 0 ? null : imageId(accession);
        given().get("/api/v1/datasets/" + accession + "/images/" + image)
                .then()
                .statusCode(200)
                .body("name", equalTo("a.tif"))
                .body("pixels.sizeX", equalTo(80))
                .body("zarr", equalTo("https://nantes.test/zarr/" + accession + "/" + image + ".ome.zarr"));
        given().get("/api/v1/datasets?size=100").then().body("results.accession", hasItem(accession));
        for (String name : List.of("dataset.json", "datacite.xml", "ro-crate-metadata.json")) {
            assertThat(store.find(accession + "/metadata/r1/" + name)).as(name).isPresent();
        }
        awaitObject(accession + "/history/1.json");
        awaitObject("catalog/" + accession + ".json");
        assertThat(items(accession, false)).containsExactlyInAnyOrder(accession, accession + "/" + image);
    }

    @Test
    void interruptedPublicationIsRepeatedWithoutPublishingTwice() {
        String deposit = depositor.create(NodeClient.description("a.tif"));
        depositor.upload(deposit, "a.tif", TinyTiff.gray(80, 60, 12));
        depositor.awaitImages(deposit);
        deposits.enter(deposit, DepositState.ACCEPTED);

        Deposit begun = publishing.begin(deposit).orElseThrow();
        publishing.writeManifest(begun);
        assertThat(deposits.find(deposit).orElseThrow().state()).isEqualTo(DepositState.PUBLISHING);
        job.run(deposit);
        List<Long> sequences = sequences(begun.accession());
        assertThat(sequences).hasSize(2);

        job.run(deposit);
        publishing.commit(begun, publishing.writeManifest(begun));
        assertThat(sequences(begun.accession())).isEqualTo(sequences);
        assertThat(count("version", begun.accession())).isEqualTo(1);
        assertThat(count("history", begun.accession())).isEqualTo(1);
        assertThat(deposits.find(deposit).orElseThrow().state()).isEqualTo(DepositState.PUBLISHED);
    }

    @Test
    void newVersionReusesUnchangedImagesAndDeletesSupersededOnes() {
        String accession = depositor.publish(
                NodeClient.description("a.tif", "b.tif"),
                Map.of("a.tif", TinyTiff.gray(80, 60, 13), "b.tif", TinyTiff.gray(80, 60, 14)));
        List<String> before = imageIds(accession, 1);
        Response draft = depositor.request().post("/api/v1/datasets/" + accession + "/versions");
        draft.then()
                .statusCode(201)
                .body("version", equalTo(2))
                .body("images.state", equalTo(List.of("converted", "converted")));
        String deposit = draft.path("id");
        depositor
                .request()
                .post("/api/v1/datasets/" + accession + "/versions")
                .then()
                .statusCode(409)
                .body("deposit", equalTo(deposit));

        depositor
                .replace(deposit, NodeClient.description("a.tif", "c.tif"))
                .then()
                .statusCode(200);
        depositor.upload(deposit, "c.tif", TinyTiff.gray(90, 60, 15));
        depositor.submit(deposit).then().statusCode(200);
        curator.accept(deposit).then().statusCode(202);
        depositor.await(deposit, "published");

        List<String> after = imageIds(accession, 2);
        assertThat(after.get(0)).isEqualTo(before.get(0));
        assertThat(after.get(1)).isNotIn(before);
        assertThat(items(accession, true)).containsExactly(accession + "/" + before.get(1));
        given().get("/api/v1/datasets/" + accession).then().body("version", equalTo(2));
        given().get("/api/v1/datasets/" + accession + "/v1")
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
        assertThat(imageIds(accession, 1)).isEqualTo(before);
    }

    @Test
    void withdrawnDatasetLeavesATombstone() {
        String accession =
                depositor.publish(NodeClient.description("a.tif"), Map.of("a.tif", TinyTiff.gray(80, 60, 17)));
        String address = "/api/v1/datasets/" + accession;
        depositor
                .request()
                .body("{\"reason\":\"x\"}")
                .post(address + "/withdraw")
                .then()
                .statusCode(403);
        curator.request().body("{}").post(address + "/withdraw").then().statusCode(400);
        curator.request()
                .body("{\"reason\":\"The specimen was mixed up\"}")
                .post(address + "/withdraw")
                .then()
                .statusCode(200)
                .body("state", equalTo("withdrawn"));
        given().get(address)
                .then()
                .statusCode(410)
                .body("type", endsWith("/problems/withdrawn"))
                .body("detail", containsString("The specimen was mixed up"));
        assertThat(items(accession, true)).hasSize(2);
        assertThat(items(accession, false)).isEmpty();
        awaitObject(accession + "/history/2.json");
        depositor.request().post(address + "/versions").then().statusCode(410);
    }

    @Test
    void restrictedPixelsShowNothingThatIsDerivedFromThem() {
        String accession = depositor.publish(
                NodeClient.description("a.tif").replace("\"access\":\"open\"", "\"access\":\"restricted\""),
                Map.of("a.tif", TinyTiff.gray(80, 60, 18)));
        Response dataset = given().get("/api/v1/datasets/" + accession);
        assertThat(dataset.<Object>path("leadImage")).isNull();
        Response image = given().get("/api/v1/datasets/" + accession + "/images/" + imageId(accession));
        assertThat(image.<Object>path("zarr")).isNull();
        assertThat(image.<Object>path("thumbnail")).isNull();
        assertThat(image.<Object>path("digest")).isNull();
    }

    @Test
    void filesBehindHiddenPixelsShowNoDigest() {
        byte[] file = TinyTiff.gray(80, 60, 24);
        for (String access : List.of("open", "restricted")) {
            String accession = depositor.publish(
                    NodeClient.description("a.tif").replace("\"access\":\"open\"", "\"access\":\"" + access + "\""),
                    Map.of("a.tif", file));
            String page = given().get("/datasets/" + accession).asString();
            assertThat(page).contains("a.tif");
            assertThat(page.contains(sha256(file))).isEqualTo(access.equals("open"));
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void returnedDepositCarriesItsReason() {
        String deposit = depositor.create(NodeClient.description("a.tif"));
        depositor.upload(deposit, "a.tif", TinyTiff.gray(80, 60, 19));
        curator.request().post("/api/v1/deposits/" + deposit + "/accept").then().statusCode(404);
        depositor.submit(deposit).then().statusCode(200);
        curator.request().get("/api/v1/deposits?state=submitted").then().body("id", hasItem(deposit));
        curator.request()
                .body("{\"reason\":\"Please name the strain\"}")
                .post("/api/v1/deposits/" + deposit + "/return")
                .then()
                .statusCode(200)
                .body("state", equalTo("draft"));
        depositor
                .request()
                .get("/api/v1/deposits/" + deposit)
                .then()
                .body("returnReason", equalTo("Please name the strain"));
    }

    private String imageId(String accession) {
        return imageIds(accession, 1).getFirst();
    }

    private List<String> imageIds(String accession, int version) {
        return given().get("/api/v1/datasets/" + accession + "/v" + version + "/images")
                .path("results.imageId");
    }

    private List<String> items(String accession, boolean deleted) {
        return database.list(
                "select identifier from oai_item where accession = ? and deleted = ?",
                row -> row.text("identifier"),
                accession,
                deleted);
    }

    private List<Long> sequences(String accession) {
        return database.list(
                "select sequence from oai_item where accession = ? order by sequence",
                row -> row.longInteger("sequence"),
                accession);
    }

    private long count(String table, String accession) {
        return database.find(
                        "select count(*) as n from " + table + " where accession = ?",
                        row -> row.longInteger("n"),
                        accession)
                .orElseThrow();
    }

    private void awaitObject(String key) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (store.findStat(key).isEmpty() && Instant.now().isBefore(end)) {
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        }
        assertThat(store.findStat(key)).as(key).isPresent();
    }
}
