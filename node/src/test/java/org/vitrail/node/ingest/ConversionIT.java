package org.vitrail.node.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrail.node.NodeClient;
import org.vitrail.node.NodeEngines;
import org.vitrail.node.TinyTiff;
import org.vitrail.node.database.Database;
import org.vitrail.omezarr.FolderZarrStore;
import org.vitrail.omezarr.OmeZarrReader;
import org.vitrail.omezarr.OmeZarrWriter;
import org.vitrail.omezarr.PixelDigest;
import org.vitrail.omezarr.WriteOptions;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.PixelSource;
import org.vitrail.store.ObjectStore;
import org.vitrail.store.ObjectZarrStore;

@QuarkusTest
@QuarkusTestResource(NodeEngines.class)
class ConversionIT {
    private final NodeClient depositor = NodeClient.of("depositor");

    @Inject
    FilesetStore filesets;

    @Inject
    Ingest ingest;

    @Inject
    IngestJob job;

    @Inject
    Database database;

    @Inject
    ObjectStore store;

    @TempDir
    Path folder;

    @Test
    void storedImageHasTheDigestOfItsFile() throws Exception {
        byte[] tiff = TinyTiff.gray(300, 200, 1);
        Path file = Files.write(folder.resolve("a.tif"), tiff);
        String deposit = depositor.create(NodeClient.description("a.tif"));
        depositor.upload(deposit, "a.tif", tiff);
        Response converted = depositor.awaitImages(deposit);
        assertThat(converted.<String>path("images[0].state"))
                .as(converted.asString())
                .isEqualTo("converted");
        try (PixelSource source = ImageReaders.open(List.of(file), null)) {
            assertThat(converted.<String>path("images[0].digest")).isEqualTo(PixelDigest.of(source));
        }
        String root = converted.path("accession") + "/images/" + converted.path("images[0].imageId");
        assertThat(store.find(root + ".ome.zarr/zarr.json")).isPresent();
        assertThat(store.get(root + ".thumbnail.jpg")).startsWith(0xFF, 0xD8);
    }

    @Test
    void anOmeZarrInAZipFileIsConvertedWithItsLabels() throws Exception {
        Path file = Files.write(folder.resolve("a.tif"), TinyTiff.gray(90, 80, 10));
        Path zarr = folder.resolve("a.ome.zarr");
        String digest;
        try (PixelSource source = ImageReaders.open(List.of(file), null)) {
            FolderZarrStore written = new FolderZarrStore(zarr);
            OmeZarrWriter.writeLabels(source, written, "cells", WriteOptions.defaults());
            OmeZarrWriter.write(source, written, WriteOptions.defaults());
            digest = PixelDigest.of(source);
        }
        String deposit = depositor.create(NodeClient.description("a.zip"));
        depositor.upload(deposit, "a.zip", zipped(zarr));
        Response converted = depositor.awaitImages(deposit);
        assertThat(converted.<String>path("images[0].state"))
                .as(converted.asString())
                .isEqualTo("converted");
        assertThat(converted.<String>path("images[0].digest")).isEqualTo(digest);
        String root = converted.path("accession") + "/images/" + converted.path("images[0].imageId") + ".ome.zarr";
        OmeZarrReader stored = OmeZarrReader.open(new ObjectZarrStore(store, root));
        assertThat(stored.labels()).containsExactly("cells");
        assertThat(PixelDigest.of(stored.label("cells").level(0))).isEqualTo(digest);
    }

    private static byte[] zipped(Path zarr) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes);
                Stream<Path> all = Files.walk(zarr)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry("a.ome.zarr/" + zarr.relativize(each)));
                Files.copy(each, zip);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void brokenTiffIsRefusedWithAReasonAndCanBeReplaced() {
        byte[] broken = TinyTiff.gray(300, 200, 2);
        String deposit = depositor.create(NodeClient.description("a.tif"));
        depositor.upload(deposit, "a.tif", java.util.Arrays.copyOf(broken, 500));
        Response refused = depositor.awaitImages(deposit);
        assertThat(refused.<String>path("images[0].state")).isEqualTo("refused");
        assertThat(refused.<String>path("images[0].reason")).contains("a.tif");
        assertThat(refused.<String>path("state")).isEqualTo("draft");
        Response submitted = depositor.submit(deposit);
        assertThat(submitted.statusCode()).isEqualTo(422);
        assertThat(submitted.<List<String>>path("faults.path")).containsExactly("imageSets[0].images[0]");
        depositor.upload(deposit, "a.tif", broken);
        assertThat(depositor.awaitImages(deposit).<String>path("images[0].state"))
                .isEqualTo("converted");
        assertThat(depositor.submit(deposit).statusCode()).isEqualTo(200);
    }

    @Test
    void aPathThatIsFileAndFolderAtOnceIsRefusedNotRetriedForEver() {
        String described = NodeClient.description("a").replace("[\"a\"]", "[\"a\",\"a/b.tif\"]");
        assertThat(described).contains("a/b.tif");
        String deposit = depositor.create(described);
        depositor.upload(deposit, "a", TinyTiff.gray(50, 40, 5));
        depositor.upload(deposit, "a/b.tif", TinyTiff.gray(50, 40, 6));
        Response answer = depositor.awaitImages(deposit);
        assertThat(answer.<String>path("images[0].state")).isEqualTo("refused");
        assertThat(answer.<String>path("images[0].reason")).contains("a/b.tif", "folder");
    }

    @Test
    void textCalledTifIsRefusedAndOtherImagesAreNot() {
        String deposit = depositor.create(NodeClient.description("a.tif", "b.tif"));
        depositor.upload(
                deposit, "a.tif", "Dear colleague, the image is in the other mail.".getBytes(StandardCharsets.UTF_8));
        depositor.upload(deposit, "b.tif", TinyTiff.gray(50, 40, 3));
        Response answer = depositor.awaitImages(deposit);
        assertThat(answer.<List<String>>path("images.state")).containsExactly("refused", "converted");
        assertThat(answer.<String>path("images[0].reason")).contains("a.tif");
    }

    @Test
    void submittedDepositReturnsToItsDepositorWhenAnImageIsRefused() {
        String deposit = depositor.create(NodeClient.description("a.tif"));
        depositor.upload(deposit, "a.tif", TinyTiff.gray(50, 40, 4));
        depositor.awaitImages(deposit);
        String wrong = "f".repeat(64);
        String description = NodeClient.description("a.tif")
                .replace("\"name\":\"a.tif\"", "\"name\":\"a\",\"digest\":\"" + wrong + "\"");
        depositor.replace(deposit, description).then().statusCode(200);
        Response submitted = depositor.submit(deposit);
        Response returned = depositor.await(deposit, "draft");
        if (submitted.statusCode() == 200) {
            assertThat(returned.<String>path("returnReason")).contains(wrong);
        }
        assertThat(depositor.awaitImages(deposit).<String>path("images[0].reason"))
                .contains(wrong)
                .containsPattern("digest [0-9a-f]{64}");
        depositor.replace(deposit, NodeClient.description("a.tif")).then().statusCode(200);
        assertThat(depositor.awaitImages(deposit).<String>path("images[0].state"))
                .isEqualTo("converted");
    }

    @Test
    void samePixelsInTheSameDataSetAreOneImage() {
        byte[] tiff = TinyTiff.gray(70, 30, 6);
        byte[] longer = java.util.Arrays.copyOf(tiff, tiff.length + 1);
        String deposit = depositor.create(NodeClient.description("a.tif", "b.tif"));
        depositor.upload(deposit, "a.tif", tiff);
        depositor.awaitConverted(deposit, 1);
        depositor.upload(deposit, "b.tif", longer);
        Response converted = depositor.awaitConverted(deposit, 2);
        assertThat(converted.<String>path("images[1].imageId")).isEqualTo(converted.path("images[0].imageId"));
    }

    @Test
    void labelsThatShareANameOrDoNotFitAreRefused() {
        byte[] tiff = TinyTiff.gray(70, 30, 7);
        String labels =
                "\"labels\":[{\"file\":\"l.tif\",\"name\":\"cells\"},{\"file\":\"m.tif\",\"name\":\"cells\"}],\"name\":";
        String deposit =
                depositor.create(NodeClient.description("a.tif").replace("\"name\":\"a.tif\"", labels + "\"a.tif\""));
        depositor.upload(deposit, "a.tif", tiff);
        depositor.upload(deposit, "l.tif", TinyTiff.gray(70, 30, 8));
        depositor.upload(deposit, "m.tif", TinyTiff.gray(70, 30, 9));
        assertThat(depositor.awaitImages(deposit).<String>path("images[0].reason"))
                .contains("called \"cells\"");
        String other = depositor.create(NodeClient.description("a.tif")
                .replace("\"name\":\"a.tif\"", "\"labels\":[{\"file\":\"l.tif\",\"name\":\"cells\"}],\"name\":\"a\""));
        depositor.upload(other, "a.tif", tiff);
        depositor.upload(other, "l.tif", TinyTiff.gray(30, 70, 8));
        assertThat(depositor.awaitImages(other).<String>path("images[0].reason"))
                .contains("same size");
    }

    @Test
    void resultOfAnOvertakenAttemptIsDropped() {
        String deposit = depositor.create(NodeClient.description("a.tif"));
        depositor.upload(deposit, "a.tif", TinyTiff.gray(60, 60, 5));
        depositor.awaitImages(deposit);
        Fileset done = filesets.listOfDeposit(deposit).getFirst();
        String imageId = depositor.awaitImages(deposit).path("images[0].imageId");
        database.update("update fileset set state = 'uploaded' where id = ?", done.id());
        Fileset slow = filesets.claim(done.id(), done.inputDigest()).orElseThrow();
        Fileset quick = filesets.claim(done.id(), done.inputDigest()).orElseThrow();
        assertThat(quick.attempt()).isGreaterThan(slow.attempt());
        ingest.refuse(slow, "a late worker's opinion");
        assertThat(filesets.listOfDeposit(deposit).getFirst().state()).isEqualTo("converting");
        ingest.convert(quick);
        assertThat(filesets.listOfDeposit(deposit).getFirst().state()).isEqualTo("converted");
        ingest.convert(slow);
        assertThat(filesets.claim(done.id(), done.inputDigest())).isEqualTo(Optional.empty());
        assertThat(depositor.awaitImages(deposit).<String>path("images[0].imageId"))
                .isEqualTo(imageId);
    }

    @Test
    void aFileThatEndsItsProcessTimeAndAgainIsRefusedInsteadOfEndingItForEver() {
        Fileset fileset = converting("crash.tif", 11);
        for (int death = 1; death < 5; death++) {
            assertThat(filesets.claim(fileset.id(), fileset.inputDigest())
                            .orElseThrow()
                            .interruptions())
                    .isEqualTo(death);
        }

        job.run(fileset.id(), fileset.inputDigest(), 0);

        Response deposit = depositor.awaitImages(fileset.depositId());
        assertThat(deposit.<String>path("images[0].state")).isEqualTo("refused");
        assertThat(deposit.<String>path("images[0].reason")).contains("5 times in a row", fileset.id());
        assertThat(deposit.<String>path("state")).isEqualTo("draft");
    }

    @Test
    void failuresThatTheNodeKnowsOfAreNoInterruptions() {
        Fileset fileset = converting("retried.tif", 12);
        for (int failure = 0; failure < 6; failure++) {
            filesets.giveBack(filesets.listOfDeposit(fileset.depositId()).getFirst());
            assertThat(filesets.claim(fileset.id(), fileset.inputDigest())
                            .orElseThrow()
                            .interruptions())
                    .isZero();
        }

        job.run(fileset.id(), fileset.inputDigest(), 0);

        assertThat(filesets.listOfDeposit(fileset.depositId()).getFirst().state())
                .isEqualTo("converted");
    }

    /** A fileset with its files that a worker has claimed, and has not come back from. */
    private Fileset converting(String name, int seed) {
        String deposit = depositor.create(NodeClient.description(name));
        depositor.upload(deposit, name, TinyTiff.gray(40, 30, seed));
        depositor.awaitImages(deposit);
        Fileset done = filesets.listOfDeposit(deposit).getFirst();
        database.update("update fileset set state = 'uploaded' where id = ?", done.id());
        database.update("delete from fileset_image where fileset_id = ?", done.id());
        return filesets.claim(done.id(), done.inputDigest()).orElseThrow();
    }
}
