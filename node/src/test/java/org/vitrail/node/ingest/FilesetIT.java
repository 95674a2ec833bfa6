package org.vitrail.node.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vitrail.node.NodeClient;
import org.vitrail.node.NodeEngines;
import org.vitrail.node.ScriptedFormat;
import org.vitrail.node.TinyTiff;
import org.vitrail.node.database.Database;
import org.vitrail.store.ObjectStore;

/** Files that hold many images, and many files that hold one. */
@QuarkusTest
@QuarkusTestResource(NodeEngines.class)
class FilesetIT {
    private final NodeClient depositor = NodeClient.of("depositor");

    @Inject
    FilesetStore filesets;

    @Inject
    FilesetImages members;

    @Inject
    Ingest ingest;

    @Inject
    Database database;

    @Inject
    ObjectStore store;

    @Test
    void everyImageOfAFileIsPublishedUnderAnIdOfItsOwn() {
        byte[] file = ScriptedFormat.file("image 60 40 1 series A", "image 50 30 2 series B");
        String described =
                NodeClient.description("two.scripted").replace("\"name\":\"two.scripted\"", "\"name\":\"T\"");
        String accession = depositor.publish(described, Map.of("two.scripted", file));
        Response images = given().get("/api/v1/datasets/" + accession + "/v1/images");
        assertThat(images.<List<String>>path("results.name")).containsExactly("T, series A", "T, series B");
        assertThat(images.<List<Integer>>path("results.pixels.sizeX")).containsExactly(60, 50);
        List<String> ids = images.path("results.imageId");
        assertThat(ids).doesNotHaveDuplicates();
        given().get("/api/v1/datasets/" + accession).then().body("imageCount", equalTo(2));
        assertThat(given().get("/datasets/" + accession).asString()).contains("T, series A", "T, series B");
        for (String id : ids) {
            given().get("/datasets/" + accession + "/images/" + id).then().statusCode(200);
            String item = "oai:nantes.vitrail.example:" + accession + "/" + id;
            assertThat(given().get("/oai/images?verb=GetRecord&metadataPrefix=oai_dc&identifier=" + item)
                            .asString())
                    .contains("<identifier>" + item);
        }
        String manifest = new String(store.get(accession + "/versions/v1.json"));
        assertThat(manifest).contains(ids).contains("\"number\":1");
    }

    @Test
    void aConversionThatWasKilledGoesOnWithTheSameIds() {
        byte[] file = ScriptedFormat.file("image 61 40 3", "image 51 30 4");
        String deposit = depositor.create(NodeClient.description("two.scripted"));
        depositor.upload(deposit, "two.scripted", file);
        Response before = depositor.awaitConverted(deposit, 2);
        List<String> ids = before.path("images.imageId");
        String accession = before.path("accession");
        Fileset done = filesets.listOfDeposit(deposit).getFirst();
        String first = ImageKeys.thumbnail(accession, ids.get(0));
        String second = ImageKeys.root(accession, ids.get(1)) + "/zarr.json";
        store.delete(List.of(first, second));
        database.update("update fileset set state = 'converting' where id = ?", done.id());
        database.update("update fileset_image set converted = false where fileset_id = ? and number = 1", done.id());
        database.update("delete from image where image_id = ?", ids.get(1));

        ingest.convert(filesets.claim(done.id(), done.inputDigest()).orElseThrow());

        Response after = depositor.awaitConverted(deposit, 2);
        assertThat(after.<List<String>>path("images.imageId")).isEqualTo(ids);
        assertThat(after.<List<String>>path("images.digest")).isEqualTo(before.path("images.digest"));
        assertThat(store.findStat(second)).as("what was missing is there").isPresent();
        assertThat(store.findStat(first)).as("what was done is not done again").isEmpty();
    }

    @Test
    void idsAreReservedBeforeAnythingIsConverted() {
        String deposit = depositor.create(NodeClient.description("two.scripted"));
        depositor.upload(deposit, "two.scripted", ScriptedFormat.file("image 62 40 5", "image 52 30 6"));
        depositor.awaitConverted(deposit, 2);
        String fileset = filesets.listOfDeposit(deposit).getFirst().id();
        List<FilesetImage> reserved = members.list(fileset);
        assertThat(members.reserve(
                        fileset, List.of(new FilesetImages.Member("a", null), new FilesetImages.Member("b", null))))
                .isEqualTo(reserved);
    }

    @Test
    void imagesOfAPlateKeepTheirWells() {
        byte[] plate = ScriptedFormat.file("image 32 32 7", "well 0 0 0 P7", "image 32 32 8", "well 1 11 2 P7");
        String accession = depositor.publish(NodeClient.description("plate.scripted"), Map.of("plate.scripted", plate));
        given().get("/api/v1/datasets/" + accession + "/v1/images")
                .then()
                .body("results.name", equalTo(List.of("plate.scripted, A1 field 1", "plate.scripted, B12 field 3")))
                .body("results[1].position.plate", equalTo("P7"))
                .body("results[1].position.well", equalTo("B12"))
                .body("results[1].position.field", equalTo(3));
    }

    @Test
    void everySeriesOfAnOmeTiffIsAnImage() {
        byte[] file = TinyTiff.omeSeries(48, 32, 301, 302, 303);
        String accession = depositor.publish(NodeClient.description("s.ome.tif"), Map.of("s.ome.tif", file));
        Response images = given().get("/api/v1/datasets/" + accession + "/v1/images");
        assertThat(images.<List<String>>path("results.name"))
                .containsExactly("s.ome.tif, series 1", "s.ome.tif, series 2", "s.ome.tif, series 3");
        assertThat(images.<List<String>>path("results.digest")).doesNotHaveDuplicates();
    }

    @Test
    void manyFilesThatHoldOneImageAreOneImage() {
        String described =
                NodeClient.description("a.scripted").replace("[\"a.scripted\"]", "[\"a.scripted\",\"b.scripted\"]");
        String deposit = depositor.create(described);
        depositor.upload(deposit, "a.scripted", ScriptedFormat.file("image 40 40 9"));
        depositor.upload(deposit, "b.scripted", ScriptedFormat.file("more of the same"));
        Response converted = depositor.awaitConverted(deposit, 1);
        assertThat(converted.<List<String>>path("images.state")).containsExactly("converted");
        converted.then().body("images[0].name", nullValue());
    }

    @Test
    void imagesStayThemselvesInTheNextVersionAsLongAsTheirPixelsAreEqual() {
        String described = NodeClient.description("two.scripted");
        String accession = depositor.publish(
                described, Map.of("two.scripted", ScriptedFormat.file("image 63 40 10", "image 53 30 11")));
        List<String> before = ids(accession, 1);
        String deposit = depositor
                .request()
                .post("/api/v1/datasets/" + accession + "/versions")
                .path("id");
        depositor.upload(deposit, "two.scripted", ScriptedFormat.file("image 63 40 10", "image 53 30 12"));
        depositor.awaitConverted(deposit, 2);
        depositor.submit(deposit).then().statusCode(200);
        NodeClient.of("curator").accept(deposit).then().statusCode(202);
        depositor.await(deposit, "published");
        List<String> after = ids(accession, 2);
        assertThat(after.get(0)).isEqualTo(before.get(0));
        assertThat(after.get(1)).isNotEqualTo(before.get(1));
    }

    @Test
    void labelsOfAFileWithSeveralImagesAreRefused() {
        String described = NodeClient.description("two.scripted")
                .replace("\"name\":\"two.scripted\"", "\"labels\":[{\"file\":\"l.scripted\",\"name\":\"cells\"}]");
        String deposit = depositor.create(described);
        depositor.upload(deposit, "two.scripted", ScriptedFormat.file("image 64 40 13", "image 54 30 14"));
        depositor.upload(deposit, "l.scripted", ScriptedFormat.file("image 64 40 15"));
        Response refused = depositor.awaitImages(deposit);
        assertThat(refused.<String>path("images[0].state")).isEqualTo("refused");
        assertThat(refused.<String>path("images[0].reason")).contains("2 images", "label");
    }

    private static List<String> ids(String accession, int version) {
        return given().get("/api/v1/datasets/" + accession + "/v" + version + "/images")
                .path("results.imageId");
    }
}
