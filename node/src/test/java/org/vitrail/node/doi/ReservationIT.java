package org.vitrail.node.doi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrail.node.NodeClient;
import org.vitrail.node.NodeEngines;
import org.vitrail.node.TinyTiff;
import org.vitrail.node.access.NodeConfig.Mode;
import org.vitrail.node.database.Database;
import org.vitrail.node.doi.NodeSettings.Account;

/** Which drafts have identifiers reserved, and which they are. */
@QuarkusTest
@QuarkusTestResource(NodeEngines.class)
class ReservationIT {
    private final NodeClient depositor = NodeClient.of("depositor");

    @Inject
    DoiOutbox outbox;

    @Inject
    Database database;

    @BeforeEach
    void start() {
        database.update("delete from doi_outbox");
        run(Mode.PRODUCTION);
    }

    private static void run(Mode mode) {
        DoiMint mint = new DoiMint(new NodeSettings(mode), Account.at(URI.create("https://api.test.datacite.org")));
        QuarkusMock.installMockForType(mint, DoiMint.class);
    }

    /** A manuscript may have been printed by then. */
    @Test
    void reservedDoiStaysWhateverTheSettingsBecome() {
        String deposit = depositor.create(NodeClient.description("a.tif"));
        String path = "/api/v1/deposits/" + deposit + "/doi";
        String reserved = depositor.request().post(path).path("doi");
        run(Mode.DEMONSTRATION);
        depositor.request().post(path).then().statusCode(200).body("doi", equalTo(reserved));
    }

    @Test
    void demonstrationIdentifierIsReservedUnderItsName() {
        run(Mode.DEMONSTRATION);
        String deposit = depositor.create(NodeClient.description("a.tif"));
        depositor
                .request()
                .post("/api/v1/deposits/" + deposit + "/doi")
                .then()
                .statusCode(200)
                .body("doi", startsWith("demo."))
                .body("label", equalTo("demonstration identifier, not registered"));
        assertThat(outbox.findDue()).isEmpty();
    }

    @Test
    void onlyADraftIsReserved() {
        String deposit = depositor.create(NodeClient.description("a.tif"));
        depositor.upload(deposit, "a.tif", TinyTiff.gray(80, 60, 33));
        depositor.submit(deposit).then().statusCode(200);
        depositor
                .request()
                .post("/api/v1/deposits/" + deposit + "/doi")
                .then()
                .statusCode(409)
                .body("type", endsWith("/problems/wrong-state"));
        assertThat(outbox.findDue()).isEmpty();
    }
}
