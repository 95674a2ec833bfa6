package org.vitrail.node.doi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrail.node.NodeEngines;
import org.vitrail.node.PublishedSamples;
import org.vitrail.node.database.Database;
import org.vitrail.node.doi.NodeSettings.Account;
import org.vitrail.node.doi.datacite.DataCiteStandIn;
import org.vitrail.node.doi.datacite.DataCiteStandIn.Fault;

/** What becomes of DOIs when DataCite, the account or this process fails. */
@QuarkusTest
@QuarkusTestResource(NodeEngines.class)
class RegistrarIT {
    private final ShiftedClock clock = new ShiftedClock();
    private DataCiteStandIn datacite;
    private DoiOutbox outbox;

    @Inject
    PublishedSamples samples;

    @Inject
    DoiMetadata metadata;

    @Inject
    Database database;

    @Inject
    Event<DoiTold> told;

    @BeforeEach
    void start() throws IOException {
        database.update("delete from doi_outbox");
        datacite = new DataCiteStandIn();
        outbox = new DoiOutbox(database, clock);
    }

    @AfterEach
    void stop() {
        datacite.close();
        database.update("delete from doi_outbox");
    }

    @Test
    void outageIsWaitedForWhileTheNodeStaysReady() {
        String accession = published();
        outbox.add(accession, 1, version(accession), DoiOutbox.Event.PUBLISH);
        URI nobody = datacite.api();
        datacite.close();
        assertThat(registrar(Account.at(nobody)).run()).isZero();
        assertThat(column(accession, "last_error")).startsWith("no answer from localhost");
        assertThat(column(accession, "attempts")).isEqualTo("1");
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/health/well").then().statusCode(200);
        given().get("/q/metrics").then().body(containsString("vitrail_doi_waiting 1.0"));

        try (DataCiteStandIn back = new DataCiteStandIn()) {
            assertThat(registrar(Account.at(back.api())).run()).isZero();
            clock.shift(Duration.ofSeconds(15));
            assertThat(registrar(Account.at(back.api())).run()).isEqualTo(1);
            assertThat(back.states()).containsExactly(Map.entry(version(accession), "findable"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        assertThat(isRegistered(accession)).isTrue();
        given().get("/q/metrics").then().body(containsString("vitrail_doi_waiting 0.0"));
    }

    @Test
    void eachFailureDoublesThePauseUpToTheLongest() {
        String accession = published();
        outbox.add(accession, 1, version(accession), DoiOutbox.Event.PUBLISH);
        List<Duration> longest = List.of(
                Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(120));
        for (Duration whole : longest) {
            datacite.failNext(Fault.INTERNAL_ERROR);
            int before = datacite.log().size();
            assertThat(registrar().run()).isZero();
            clock.shift(whole.dividedBy(2).minusSeconds(1));
            registrar().run();
            assertThat(datacite.log()).hasSize(before + 1);
            clock.shift(whole.dividedBy(2).plusSeconds(1));
        }
        assertThat(registrar().run()).isEqualTo(1);
    }

    @Test
    void everythingPausesAsLongAsDataCiteAsks() {
        String first = published();
        String second = published();
        outbox.add(first, 1, version(first), DoiOutbox.Event.PUBLISH);
        outbox.add(second, 1, version(second), DoiOutbox.Event.PUBLISH);
        datacite.failNext(Fault.TOO_MANY_REQUESTS);
        assertThat(registrar().run()).isZero();
        clock.shift(Duration.ofSeconds(6));
        assertThat(registrar().run()).isZero();
        assertThat(datacite.log()).hasSize(1);
        clock.shift(Duration.ofSeconds(2));
        assertThat(registrar().run()).isEqualTo(2);
    }

    @Test
    void processKilledBetweenSendingAndNotingSendsTheSameAgain() {
        String accession = published();
        String doi = version(accession);
        outbox.add(accession, 1, doi, DoiOutbox.Event.PUBLISH);
        registrar().send(outbox.findDue().orElseThrow());
        assertThat(isRegistered(accession)).isFalse();

        assertThat(registrar().run()).isEqualTo(1);
        assertThat(datacite.log())
                .containsExactly(
                        "PUT " + doi + " publish 404", "POST " + doi + " publish 201", "PUT " + doi + " publish 200");
        assertThat(datacite.created(doi)).isEqualTo(1);
        assertThat(isRegistered(accession)).isTrue();
    }

    @Test
    void wrongPasswordStopsEverythingAndIsToldToOperators() {
        String first = published();
        String second = published();
        outbox.add(first, 1, version(first), DoiOutbox.Event.PUBLISH);
        outbox.add(second, 1, version(second), DoiOutbox.Event.PUBLISH);
        Account wrong = Account.with(datacite.api(), "wrong-horse-battery");
        try (CapturedLog log = new CapturedLog()) {
            assertThat(registrar(wrong).run()).isZero();
            clock.shift(Duration.ofMinutes(50));
            assertThat(registrar(wrong).run()).isZero();
            assertThat(log.text()).contains("DEMO.IMAGES").doesNotContain("wrong-horse-battery");
        }
        assertThat(datacite.log()).containsExactly("PUT " + version(first) + " publish 401");
        ValidatableResponse well = given().get("/q/health/well").then().statusCode(503);
        well.body("checks.find { it.name == 'DOI registration' }.data.account", containsString("Bad credentials"))
                .body(not(containsString("wrong-horse-battery")));
        given().get("/q/health/ready").then().statusCode(200);

        new DoiStartCheck(NodeSettings.production(), Account.at(datacite.api()), outbox).onStart(new StartupEvent());
        assertThat(registrar().run()).isEqualTo(2);
        given().get("/q/health/well").then().statusCode(200).body("checks.name", hasItem("DOI registration"));
    }

    @Test
    void refusedDoiStandsInNobodysWay() {
        String first = published();
        String second = published();
        datacite.takeForAnother(version(first));
        outbox.add(first, 1, version(first), DoiOutbox.Event.PUBLISH);
        outbox.add(second, 1, version(second), DoiOutbox.Event.PUBLISH);
        datacite.failNext(Fault.UNKNOWN);
        assertThat(registrar().run()).isEqualTo(1);
        assertThat(isRegistered(first)).isFalse();
        assertThat(isRegistered(second)).isTrue();
        given().get("/q/health/well")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'DOI registration' }.data.refused", equalTo(1));
        given().get("/q/metrics").then().body(containsString("vitrail_doi_refused 1.0"));
    }

    @Test
    void laterChangeSupersedesThoseThatWereNotSent() {
        String accession = published();
        String doi = version(accession);
        for (DoiOutbox.Event event :
                List.of(DoiOutbox.Event.RESERVE, DoiOutbox.Event.PUBLISH, DoiOutbox.Event.UPDATE)) {
            outbox.add(accession, 1, doi, event);
        }
        assertThat(registrar().run()).isEqualTo(1);
        assertThat(datacite.log()).containsExactly("PUT " + doi + " publish 404", "POST " + doi + " publish 201");
        assertThat(outbox.backlog().waiting()).isZero();
    }

    @Test
    void doiWithdrawnBeforeItWasRegisteredLeadsToTheTombstone() {
        String accession = published();
        String doi = version(accession);
        outbox.add(accession, 1, doi, DoiOutbox.Event.PUBLISH);
        outbox.add(accession, 1, doi, DoiOutbox.Event.HIDE);
        assertThat(registrar().run()).isEqualTo(1);
        assertThat(datacite.states()).containsExactly(Map.entry(doi, "registered"));
        assertThat(datacite.url(doi)).isEqualTo("https://nantes.test/datasets/" + accession + "/v1");
        assertThat(isRegistered(accession)).isTrue();
    }

    @Test
    void demonstrationIdentifiersAreNeverTold() {
        String accession = samples.publish("Maize stem", 1).accession();
        outbox.add(accession, 1, "demo." + accession + ".v1", DoiOutbox.Event.PUBLISH);
        assertThat(registrar().run()).isZero();
        assertThat(datacite.log()).isEmpty();
    }

    private Registrar registrar() {
        return registrar(Account.at(datacite.api()));
    }

    private Registrar registrar(DoiConfig account) {
        return new Registrar(
                outbox, metadata, database, told, account, NodeSettings.production(), clock, new SecureRandom());
    }

    /** A data set with DOIs, as publication leaves it in production. */
    private String published() {
        String accession = samples.publish("Maize stem", 1).accession();
        database.update(
                "update dataset set concept_doi = ? where accession = ?",
                DataCiteStandIn.PREFIX + "/" + accession,
                accession);
        database.update("update version set doi = ? where accession = ?", version(accession), accession);
        return accession;
    }

    private static String version(String accession) {
        return DataCiteStandIn.PREFIX + "/" + accession + ".v1";
    }

    private boolean isRegistered(String accession) {
        return database.find(
                        "select doi_registered from version where accession = ?",
                        row -> row.flag("doi_registered"),
                        accession)
                .orElseThrow();
    }

    private String column(String accession, String name) {
        return database.find(
                        "select " + name + " from doi_outbox where accession = ?", row -> row.text(name), accession)
                .orElseThrow();
    }
}
