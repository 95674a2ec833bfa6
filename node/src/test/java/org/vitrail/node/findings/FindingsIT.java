package org.vitrail.node.findings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vitrail.node.NodeClient;
import org.vitrail.node.NodeEngines;
import org.vitrail.node.ScriptedFormat;
import org.vitrail.node.TinyTiff;
import org.vitrail.node.database.Database;
import org.vitrail.node.deposit.DepositStore;
import org.vitrail.store.ObjectStore;

/** What could reveal a person stops a publication until a curator decides, and then is gone from what is kept. */
@QuarkusTest
@QuarkusTestResource(NodeEngines.class)
class FindingsIT {
    private static final int DATE_TIME = 306;
    private static final int ARTIST = 315;
    private static final String SECRET = "secret A Patient Nobody May Know";
    private static final String REMOVED = "finding PERSON_NAME (0010,0010) PatientName";
    private static final String LOOK = "look BURNT_IN pixels, top left";
    private final NodeClient depositor = NodeClient.of("depositor");
    private final NodeClient curator = NodeClient.of("curator");

    @Inject
    DepositStore deposits;

    @Inject
    Database database;

    @Inject
    ObjectStore store;

    @Test
    void findingsStopAPublicationUntilDecidedAndAreGoneAfterwards() {
        byte[] file = ScriptedFormat.file("image 40 30 101", SECRET, REMOVED, LOOK);
        String deposit = submitted(file);
        Response findings = curator.request().get(path(deposit));
        findings.then()
                .statusCode(200)
                .body("undecided", equalTo(true))
                .body("pendingFiles", equalTo(0))
                .body("findings.treatment", contains("CURATOR", "REMOVED"))
                .body("findings.kind", contains("BURNT_IN", "PERSON_NAME"))
                .body("findings.file", contains("a.scripted", "a.scripted"))
                .body("findings[1].where", equalTo("(0010,0010) PatientName"))
                .body("decision", nullValue());
        String toLookAt = findings.path("findings[0].id");
        assertThat(depositor.request().get(path(deposit)).asString()).isEqualTo(findings.asString());

        curator.accept(deposit).then().statusCode(409).body("type", endsWith("/problems/findings-undecided"));
        decide(curator, deposit, List.of()).then().statusCode(409).body("findings", contains(toLookAt));
        decide(curator, deposit, List.of("0000000000")).then().statusCode(400);
        decide(curator, deposit, List.of(toLookAt))
                .then()
                .statusCode(200)
                .body("undecided", equalTo(false))
                .body("decision.decision", equalTo("remove-and-publish"))
                .body("decision.acknowledged", hasSize(1));
        curator.accept(deposit).then().statusCode(202);

        String accession = depositor.await(deposit, "published").path("accession");
        requireGone(accession, "Nobody May Know");
        byte[] kept = kept(deposit);
        assertThat(new String(kept, StandardCharsets.UTF_8)).contains("image 40 30 101");
        assertThat(manifest(accession)).contains(sha256(kept)).doesNotContain(sha256(file));
        assertThat(given().get("/datasets/" + accession).asString()).contains(sha256(kept));
        assertThat(audited(deposit)).contains("decide findings: remove-and-publish");
    }

    @Test
    void artistOfATiffIsFoundAndRemovedFromWhatIsKept() {
        byte[] file = TinyTiff.described(
                40, 30, 120, Map.of(ARTIST, "Operator: Nobody Known", DATE_TIME, "2026:01:02 03:04:05"));
        String deposit = depositor.create(NodeClient.description("a.tif"));
        depositor.upload(deposit, "a.tif", file);
        depositor.awaitImages(deposit);
        depositor.submit(deposit).then().statusCode(200);
        curator.accept(deposit).then().statusCode(409).body("type", endsWith("/problems/findings-undecided"));
        assertThat(curator.request().get(path(deposit)).asString()).doesNotContain("Nobody Known");
        curator.decideAndAccept(deposit).then().statusCode(202);
        String accession = depositor.await(deposit, "published").path("accession");
        requireGone(accession, "Nobody Known");
        assertThat(kept(deposit)).hasSameSizeAs(file);
    }

    @Test
    void fileFromWhichNothingCanBeRemovedIsNotKept() {
        String deposit = submitted(ScriptedFormat.file("image 40 30 102", SECRET, REMOVED, "stubborn"));
        decide(curator, deposit, List.of()).then().statusCode(200);
        curator.accept(deposit).then().statusCode(202);
        String accession = depositor.await(deposit, "published").path("accession");
        requireGone(accession, "Nobody May Know");
        assertThat(store.find(key(deposit))).isEmpty();
        assertThat(manifest(accession))
                .contains("\"notKept\":\"reveals persons\"")
                .doesNotContain("objectKey");
        assertThat(given().get("/datasets/" + accession).asString()).contains("not kept: reveals persons");
        depositor.request().get("/api/v1/deposits/" + deposit).then().body("files[0].kept", equalTo(false));
    }

    @Test
    void versionAfterAFileThatWasNotKeptStillHasItsImage() {
        String deposit = submitted(ScriptedFormat.file("image 40 30 103", SECRET, REMOVED, "stubborn"));
        decide(curator, deposit, List.of()).then().statusCode(200);
        curator.accept(deposit).then().statusCode(202);
        Response published = depositor.await(deposit, "published");
        String next = depositor
                .request()
                .post("/api/v1/datasets/" + published.path("accession") + "/versions")
                .path("id");
        Response draft = depositor.request().get("/api/v1/deposits/" + next);
        assertThat(draft.<String>path("images[0].imageId")).isEqualTo(published.path("images[0].imageId"));
        depositor.submit(next).then().statusCode(200);
        curator.accept(next).then().statusCode(202);
        depositor.await(next, "published");
    }

    @Test
    void returnedDepositIsADraftWithTheReason() {
        String deposit = submitted(ScriptedFormat.file("image 40 30 104", SECRET, REMOVED));
        curator.request()
                .body("{\"decision\":\"return\",\"reason\":\"Export it without the patient\"}")
                .post(path(deposit) + "/decision")
                .then()
                .statusCode(200)
                .body("undecided", equalTo(true))
                .body("decision.decision", equalTo("return"));
        depositor.await(deposit, "draft").then().body("returnReason", equalTo("Export it without the patient"));
        depositor.submit(deposit).then().statusCode(200);
        curator.accept(deposit).then().statusCode(409).body("type", endsWith("/problems/findings-undecided"));
    }

    @Test
    void changedFileVoidsTheDecision() {
        String deposit = submitted(ScriptedFormat.file("image 40 30 105", SECRET, REMOVED));
        decide(curator, deposit, List.of()).then().statusCode(200).body("undecided", equalTo(false));
        deposits.giveBack(deposit, "as when an image is refused");
        depositor.upload(deposit, "a.scripted", ScriptedFormat.file("image 40 30 106", SECRET, REMOVED));
        depositor.awaitImages(deposit);
        depositor.submit(deposit).then().statusCode(200);
        curator.accept(deposit).then().statusCode(409).body("type", endsWith("/problems/findings-undecided"));
        curator.request().get(path(deposit)).then().body("decision", nullValue());
    }

    @Test
    void onlyCuratorsOfThisNodeDecide() {
        String deposit = submitted(ScriptedFormat.file("image 40 30 107", SECRET, REMOVED));
        decide(depositor, deposit, List.of()).then().statusCode(403);
        decide(NodeClient.withScope("curator", "openid montpellier"), deposit, List.of())
                .then()
                .statusCode(401);
        NodeClient.of("depositor2").request().get(path(deposit)).then().statusCode(404);
        given().get(path(deposit)).then().statusCode(401);
    }

    @Test
    void documentThatNoProgramCanReadWaitsForACurator() {
        String deposit = depositor.create(NodeClient.description("a.scripted"));
        depositor.upload(deposit, "a.scripted", ScriptedFormat.file("image 40 30 108"));
        depositor.upload(deposit, "notes.bin", new byte[] {1, 2, 0, (byte) 0xFF});
        depositor.awaitImages(deposit);
        depositor.submit(deposit).then().statusCode(200);
        curator.accept(deposit).then().statusCode(409).body("type", endsWith("/problems/findings-undecided"));
        Response findings = curator.request().get(path(deposit));
        findings.then().body("findings.file", contains("notes.bin")).body("findings.treatment", contains("CURATOR"));
        decide(curator, deposit, findings.path("findings.id")).then().statusCode(200);
        curator.accept(deposit).then().statusCode(202);
        depositor.await(deposit, "published");
    }

    @Test
    void textAndNamesOfFilesAndFoldersAreLookedThrough() {
        String deposit = depositor.create(NodeClient.description("a.scripted"));
        depositor.upload(deposit, "a.scripted", ScriptedFormat.file("image 40 30 111"));
        depositor.upload(
                deposit,
                "S17-12345/readme.txt",
                "Harmless.\nWrite to somebody@clinic.example\n".getBytes(StandardCharsets.UTF_8));
        depositor.awaitImages(deposit);
        depositor.submit(deposit).then().statusCode(200);
        curator.accept(deposit).then().statusCode(409).body("type", endsWith("/problems/findings-undecided"));
        curator.request()
                .get(path(deposit))
                .then()
                .body("findings.kind", contains("EMAIL", "FILE_NAME"))
                .body("findings.where", contains("line 2", "name of folder 1"));
    }

    @Test
    void namesInsideAFileThatRevealAPersonAreNotPublished() {
        String deposit = submitted(ScriptedFormat.file(
                "image 40 30 112 Patient: Nobody^Known", "image 30 30 113 left half", REMOVED, SECRET));
        decide(curator, deposit, List.of()).then().statusCode(200);
        curator.accept(deposit).then().statusCode(202);
        String accession = depositor.await(deposit, "published").path("accession");
        given().get("/api/v1/datasets/" + accession + "/v1/images")
                .then()
                .body("results.name", contains("a.scripted, image 1", "a.scripted, left half"));
        for (String key : store.listForRestore(accession + "/")) {
            boolean kept = key.contains("/files/");
            assertThat(new String(store.get(key), StandardCharsets.ISO_8859_1).contains("Nobody^Known"))
                    .as(key)
                    .isEqualTo(kept);
        }
    }

    @Test
    void imageThatNeedsNoConversionIsLookedThroughAllTheSame() {
        byte[] file = ScriptedFormat.file("image 40 30 109", SECRET, REMOVED);
        String first = submitted(file);
        decide(curator, first, List.of()).then().statusCode(200);
        curator.accept(first).then().statusCode(202);
        String accession = depositor.await(first, "published").path("accession");
        String second = depositor
                .request()
                .post("/api/v1/datasets/" + accession + "/versions")
                .path("id");
        depositor.upload(second, "a.scripted", file);
        depositor.submit(second).then().statusCode(200);
        curator.accept(second).then().statusCode(409).body("type", endsWith("/problems/findings-undecided"));
    }

    @Test
    void nothingToDecideIsSaid() {
        String deposit = submitted(ScriptedFormat.file("image 40 30 110"));
        decide(curator, deposit, List.of()).then().statusCode(409).body("type", endsWith("/problems/wrong-state"));
        curator.request().get(path(deposit)).then().body("undecided", equalTo(false));
    }

    private String submitted(byte[] file) {
        String deposit = depositor.create(NodeClient.description("a.scripted"));
        depositor.upload(deposit, "a.scripted", file);
        depositor.awaitImages(deposit);
        Response submitted = depositor.submit(deposit);
        assertThat(submitted.statusCode()).as(submitted.asString()).isEqualTo(200);
        return deposit;
    }

    private static Response decide(NodeClient user, String deposit, List<String> acknowledged) {
        String ids = acknowledged.isEmpty() ? "" : "\"" + String.join("\",\"", acknowledged) + "\"";
        return user.request()
                .body("{\"decision\":\"remove-and-publish\",\"reason\":\"Tags only\",\"acknowledged\":[" + ids + "]}")
                .post(path(deposit) + "/decision");
    }

    private static String path(String deposit) {
        return "/api/v1/deposits/" + deposit + "/findings";
    }

    private void requireGone(String accession, String text) {
        for (String key : store.listForRestore(accession + "/")) {
            assertThat(new String(store.get(key), StandardCharsets.ISO_8859_1))
                    .as(key)
                    .doesNotContain(text);
        }
    }

    private String key(String deposit) {
        return database.find(
                        "select object_key from received_file where deposit_id = ?",
                        row -> row.text("object_key"),
                        deposit)
                .orElseThrow();
    }

    private byte[] kept(String deposit) {
        return store.get(key(deposit));
    }

    private String manifest(String accession) {
        return new String(store.get(accession + "/versions/v1.json"), StandardCharsets.UTF_8);
    }

    private List<String> audited(String deposit) {
        return database.list("select action from audit where target = ?", row -> row.text("action"), deposit);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
