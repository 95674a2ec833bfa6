package org.vitrail.node.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.vitrail.node.NodeClient;
import org.vitrail.node.NodeEngines;
import org.vitrail.node.ScriptedFormat;
import org.vitrail.node.database.Database;
import org.vitrail.node.deposit.Deposit;
import org.vitrail.node.deposit.DepositState;
import org.vitrail.node.deposit.DepositStore;
import org.vitrail.store.ObjectStore;

/** A publication that is killed while it replaces what reveals persons, and one that should not have begun. */
@QuarkusTest
@QuarkusTestResource(NodeEngines.class)
class KeptFilesIT {
    private static final String FOUND = "finding PERSON_NAME Artist";
    private final NodeClient depositor = NodeClient.of("depositor");

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
    void undecidedFindingsStopAPublicationThatWasAcceptedAllTheSame() {
        String deposit = submitted("secret x", FOUND, "image 20 20 201");
        deposits.enter(deposit, DepositState.ACCEPTED);
        job.run(deposit);
        assertThat(deposits.find(deposit).orElseThrow().state()).isEqualTo(DepositState.SUBMITTED);
        assertThat(versions(deposit)).isZero();
        assertThat(new String(store.get(key(deposit)), StandardCharsets.UTF_8)).contains("secret x");
    }

    @Test
    void noManifestIsWrittenBeforeTheFilesAreReplaced() {
        String deposit = accepted("secret x", FOUND, "image 20 20 202");
        Deposit begun = publishing.begin(deposit).orElseThrow();
        assertThatThrownBy(() -> publishing.writeManifest(begun)).isInstanceOf(IllegalStateException.class);
        assertThat(versions(deposit)).isZero();
    }

    @Test
    void publicationKilledAfterTheCopyWasStoredGoesOn() {
        String deposit = accepted("secret x", FOUND, "image 20 20 203");
        publishing.begin(deposit).orElseThrow();
        store.put(key(deposit), ScriptedFormat.file("image 20 20 203"));
        job.run(deposit);
        assertThat(versions(deposit)).isEqualTo(1);
        assertThat(state(deposit)).isEqualTo("stored");
        assertThat(new String(store.get(key(deposit)), StandardCharsets.UTF_8)).doesNotContain("secret");
    }

    @Test
    void publicationKilledAfterAFileWasDroppedGoesOn() {
        String deposit = accepted("stubborn", "secret x", FOUND, "image 20 20 204");
        publishing.begin(deposit).orElseThrow();
        store.delete(key(deposit));
        job.run(deposit);
        assertThat(versions(deposit)).isEqualTo(1);
        assertThat(state(deposit)).isEqualTo("not-kept");
    }

    private String submitted(String... lines) {
        String deposit = depositor.create(NodeClient.description("a.scripted"));
        depositor.upload(deposit, "a.scripted", ScriptedFormat.file(lines));
        depositor.awaitImages(deposit);
        depositor.submit(deposit).then().statusCode(200);
        return deposit;
    }

    /** Decided and accepted, without a job that publishes it. */
    private String accepted(String... lines) {
        String deposit = submitted(lines);
        NodeClient.of("curator")
                .request()
                .body("{\"decision\":\"remove-and-publish\",\"reason\":\"Tags only\",\"acknowledged\":[]}")
                .post("/api/v1/deposits/" + deposit + "/findings/decision")
                .then()
                .statusCode(200);
        deposits.enter(deposit, DepositState.ACCEPTED);
        return deposit;
    }

    private long versions(String deposit) {
        return database.find(
                        "select count(*) as n from version where deposit_id = ?", row -> row.longInteger("n"), deposit)
                .orElseThrow();
    }

    private String key(String deposit) {
        return of(deposit, "object_key");
    }

    private String state(String deposit) {
        return of(deposit, "state");
    }

    private String of(String deposit, String column) {
        return database.find(
                        "select " + column + " from received_file where deposit_id = ?",
                        row -> row.text(column),
                        deposit)
                .orElseThrow();
    }
}
