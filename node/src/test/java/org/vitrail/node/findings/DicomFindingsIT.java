package org.vitrail.node.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrail.node.NodeClient;
import org.vitrail.node.NodeEngines;
import org.vitrail.node.database.Database;
import org.vitrail.omezarr.PixelDigest;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.store.ObjectStore;

/** A real DICOM file with a patient's name in it, from deposit to what is kept. */
@QuarkusTest
@QuarkusTestResource(NodeEngines.class)
class DicomFindingsIT {
    private static final String SAMPLE = "samples/pydicom_CT_small.dcm";
    private static final String PATIENT = "CompressedSamples^CT1";

    @Inject
    Database database;

    @Inject
    ObjectStore store;

    @TempDir
    Path folder;

    @Test
    void patientOfADicomFileIsGoneFromWhatIsKeptAndThePixelsAreNot() throws Exception {
        Optional<Path> sample = shared().map(shared -> shared.resolve(SAMPLE));
        assumeTrue(sample.filter(Files::exists).isPresent(), "the shared samples are not here (VITRAIL_SHARED)");
        byte[] original = Files.readAllBytes(sample.get());
        assertThat(text(original)).contains(PATIENT);
        NodeClient depositor = NodeClient.of("depositor");
        NodeClient curator = NodeClient.of("curator");
        String deposit = depositor.create(NodeClient.description("slice.dcm"));
        depositor.upload(deposit, "slice.dcm", original);
        depositor.awaitImages(deposit);
        depositor.submit(deposit).then().statusCode(200);
        curator.accept(deposit).then().statusCode(409);
        String path = "/api/v1/deposits/" + deposit + "/findings";
        Response findings = curator.request().get(path);
        assertThat(findings.asString()).contains("PatientName").doesNotContain(PATIENT);
        List<String> ids = findings.path("findings.findAll { it.treatment == 'CURATOR' }.id");
        String acknowledged = String.join("\",\"", ids);
        curator.request()
                .body("{\"decision\":\"remove-and-publish\",\"reason\":\"A phantom\",\"acknowledged\":"
                        + (ids.isEmpty() ? "[]" : "[\"" + acknowledged + "\"]") + "}")
                .post(path + "/decision")
                .then()
                .statusCode(200);
        curator.accept(deposit).then().statusCode(202);

        Response published = depositor.await(deposit, "published");

        for (String key : store.listForRestore(published.path("accession") + "/")) {
            assertThat(text(store.get(key))).as(key).doesNotContain(PATIENT);
        }
        assertThat(published.<Boolean>path("files[0].kept")).isTrue();
        Path kept = Files.write(folder.resolve("slice.dcm"), store.get(key(deposit)));
        try (Fileset content = ImageReaders.openAll(List.of(kept), null)) {
            assertThat(content.findings())
                    .extracting(IdentityFinding::treatment)
                    .doesNotContain(IdentityFinding.Treatment.REMOVED);
            assertThat(PixelDigest.of(content.images().getFirst())).isEqualTo(published.path("images[0].digest"));
        }
    }

    private String key(String deposit) {
        return database.find(
                        "select object_key from received_file where deposit_id = ?",
                        row -> row.text("object_key"),
                        deposit)
                .orElseThrow();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static Optional<Path> shared() {
        return Optional.ofNullable(System.getProperty("VITRAIL_SHARED", System.getenv("VITRAIL_SHARED")))
                .map(Path::of)
                .or(() -> {
                    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
                        if (Files.isDirectory(at.resolve("shared/samples"))) {
                            return Optional.of(at.resolve("shared"));
                        }
                    }
                    return Optional.empty();
                });
    }
}
