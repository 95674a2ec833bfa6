package org.vitrail.node.doi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrail.node.NodeClient;
import org.vitrail.node.NodeEngines;
import org.vitrail.node.TinyTiff;
import org.vitrail.node.database.Database;
import org.vitrail.node.doi.NodeSettings.Account;
import org.vitrail.node.doi.datacite.DataCiteStandIn;
import org.vitrail.store.ObjectStore;

/** The DOIs of a data set from its draft to its withdrawal, on a node that names them as in production. */
@QuarkusTest
@QuarkusTestResource(NodeEngines.class)
class DoiLifeIT {
    private static final List<String> FORMATS = List.of(
            "turtle",
            "jsonld",
            "rdfxml",
            "datacite.xml",
            "datacite.json",
            "schemaorg",
            "rocrate",
            "bibtex",
            "ris",
            "csl");
    private final NodeClient depositor = NodeClient.of("depositor");
    private final NodeClient curator = NodeClient.of("curator");
    private DataCiteStandIn datacite;
    private Registrar registrar;

    @Inject
    DoiOutbox outbox;

    @Inject
    DoiMetadata metadata;

    @Inject
    Database database;

    @Inject
    ObjectStore store;

    @Inject
    Event<DoiTold> told;

    @BeforeEach
    void start() throws IOException {
        database.update("delete from doi_outbox");
        datacite = new DataCiteStandIn();
        Account account = Account.at(datacite.api());
        QuarkusMock.installMockForType(new DoiMint(NodeSettings.production(), account), DoiMint.class);
        registrar = new Registrar(
                outbox,
                metadata,
                database,
                told,
                account,
                NodeSettings.production(),
                Clock.systemUTC(),
                new SecureRandom());
    }

    @AfterEach
    void stop() {
        datacite.close();
        database.update("delete from doi_outbox");
    }

    @Test
    void reservedPublishedRevisedSupersededAndWithdrawn() {
        String deposit = depositor.create(NodeClient.description("a.tif"));
        String accession =
                depositor.request().get("/api/v1/deposits/" + deposit).path("accession");
        String concept = DataCiteStandIn.PREFIX + "/" + accession;
        reserve(deposit, concept);
        publish(deposit, accession, concept);
        revise(accession, concept);
        newVersion(accession, concept);
        withdraw(accession, concept);
        for (String doi : List.of(concept, concept + ".v1", concept + ".v2")) {
            assertThat(datacite.created(doi)).as(doi).isEqualTo(1);
        }
    }

    private void reserve(String deposit, String concept) {
        for (int again = 0; again < 2; again++) {
            depositor
                    .request()
                    .post("/api/v1/deposits/" + deposit + "/doi")
                    .then()
                    .statusCode(200)
                    .body("conceptDoi", equalTo(concept))
                    .body("doi", equalTo(concept + ".v1"))
                    .body("registered", equalTo(false))
                    .body("label", equalTo("reserved, not registered yet"));
        }
        NodeClient.of("depositor2")
                .request()
                .post("/api/v1/deposits/" + deposit + "/doi")
                .then()
                .statusCode(404);
        assertThat(told())
                .containsExactly(
                        "PUT " + concept + " 404",
                        "POST " + concept + " 201",
                        "PUT " + concept + ".v1 404",
                        "POST " + concept + ".v1 201");
        assertThat(datacite.states()).containsOnly(Map.entry(concept, "draft"), Map.entry(concept + ".v1", "draft"));
        assertThat(datacite.xml(concept)).isNull();
    }

    private void publish(String deposit, String accession, String concept) {
        depositor.upload(deposit, "a.tif", TinyTiff.gray(80, 60, 31));
        depositor.submit(deposit).then().statusCode(200);
        curator.decideAndAccept(deposit).then().statusCode(202);
        depositor.await(deposit, "published");
        assertThat(page(accession))
                .contains(concept + ".v1", "reserved, not registered yet")
                .doesNotContain("https://doi.org/" + concept);
        long imageBefore = sequence("images", accession);
        long datasetBefore = sequence("datasets", accession);

        assertThat(told()).containsExactly("PUT " + concept + ".v1 publish 200", "PUT " + concept + " publish 200");
        assertThat(datacite.url(concept)).isEqualTo("https://nantes.test/datasets/" + accession);
        assertThat(datacite.url(concept + ".v1")).isEqualTo("https://nantes.test/datasets/" + accession + "/v1");
        assertThat(page(accession))
                .contains("https://doi.org/" + concept + ".v1")
                .doesNotContain("not registered yet");
        given().get("/api/v1/datasets/" + accession).then().body("doiRegistered", equalTo(true));
        assertThat(given().get("/datasets/" + accession + "/metadata/datacite.xml")
                        .asString())
                .contains("<identifier identifierType=\"DOI\">" + concept + "</identifier>");
        assertThat(new String(store.get(accession + "/metadata/r1/datacite.xml"), StandardCharsets.UTF_8))
                .contains("<identifier identifierType=\"DOI\">" + concept + "</identifier>");
        assertThat(sequence("datasets", accession)).isGreaterThan(datasetBefore);
        assertThat(sequence("images", accession)).isEqualTo(imageBefore);
        assertThat(history(accession)).containsExactly("published", "doi", "doi");
    }

    private void revise(String accession, String concept) {
        depositor
                .request()
                .body("{\"title\":\"A better title for these pictures\"}")
                .patch("/api/v1/datasets/" + accession + "/metadata")
                .then()
                .statusCode(200);
        assertThat(told()).containsExactly("PUT " + concept + ".v1 publish 200", "PUT " + concept + " publish 200");
        assertThat(datacite.xml(concept)).contains("A better title for these pictures");
        assertThat(datacite.xml(concept + ".v1")).contains("A better title for these pictures");
    }

    private void newVersion(String accession, String concept) {
        Response draft = depositor.request().post("/api/v1/datasets/" + accession + "/versions");
        String deposit = draft.then().statusCode(201).extract().path("id");
        depositor
                .replace(deposit, NodeClient.description("a.tif", "b.tif"))
                .then()
                .statusCode(200);
        depositor.upload(deposit, "b.tif", TinyTiff.gray(90, 60, 32));
        depositor.submit(deposit).then().statusCode(200);
        curator.decideAndAccept(deposit).then().statusCode(202);
        depositor.await(deposit, "published");
        given().get("/api/v1/datasets/" + accession)
                .then()
                .body("doiRegistered", equalTo(true))
                .body("conceptDoi", equalTo(concept))
                .body("versionDoi", nullValue());
        for (String format : FORMATS) {
            assertThat(given().get("/datasets/" + accession + "/metadata/" + format)
                            .statusCode())
                    .as(format)
                    .isEqualTo(200);
        }

        assertThat(told())
                .containsExactly(
                        "PUT " + concept + ".v2 publish 404",
                        "POST " + concept + ".v2 publish 201",
                        "PUT " + concept + " publish 200",
                        "PUT " + concept + ".v1 publish 200");
        given().get("/api/v1/datasets/" + accession).then().body("versionDoi", equalTo(concept + ".v2"));
        assertThat(relations(concept))
                .containsExactly("HasVersion " + concept + ".v1", "HasVersion " + concept + ".v2");
        assertThat(relations(concept + ".v1"))
                .containsExactly("IsVersionOf " + concept, "IsPreviousVersionOf " + concept + ".v2");
        assertThat(relations(concept + ".v2"))
                .containsExactly("IsVersionOf " + concept, "IsNewVersionOf " + concept + ".v1");
        assertThat(datacite.states().values()).containsOnly("findable");
        eachVersionDescribesItself(accession, concept);
    }

    private static void eachVersionDescribesItself(String accession, String concept) {
        String first = given().get("/datasets/" + accession + "/v1/metadata/datacite.xml")
                .asString();
        assertThat(first)
                .contains("<identifier identifierType=\"DOI\">" + concept + ".v1</identifier>")
                .contains("relationType=\"IsPreviousVersionOf\">" + concept + ".v2<")
                .contains("relationType=\"IsVersionOf\">" + concept + "<");
        given().accept("application/vnd.datacite.datacite+json")
                .get("/datasets/" + accession + "/v2")
                .then()
                .body("doi", equalTo(concept + ".v2"))
                .body("relatedIdentifiers.relationType", hasItems("IsVersionOf", "IsNewVersionOf"));
        given().get("/datasets/" + accession + "/metadata/datacite.json").then().body("doi", equalTo(concept));
    }

    private void withdraw(String accession, String concept) {
        curator.request()
                .body("{\"reason\":\"The specimen was mixed up\"}")
                .post("/api/v1/datasets/" + accession + "/withdraw")
                .then()
                .statusCode(200);
        assertThat(told())
                .containsExactly(
                        "PUT " + concept + ".v1 hide 200",
                        "PUT " + concept + ".v2 hide 200",
                        "PUT " + concept + " hide 200");
        assertThat(datacite.states().values()).containsOnly("registered");
        assertThat(datacite.url(concept)).isEqualTo("https://nantes.test/datasets/" + accession);
        given().get("/datasets/" + accession).then().statusCode(410);
    }

    /** What the stand-in was told by one run. */
    private List<String> told() {
        datacite.clearLog();
        registrar.run();
        return datacite.log();
    }

    private List<String> relations(String doi) {
        return java.util.regex.Pattern.compile("relationType=\"(\\w+)\">([^<]+)<")
                .matcher(datacite.xml(doi))
                .results()
                .map(found -> found.group(1) + " " + found.group(2))
                .toList();
    }

    private static String page(String accession) {
        return given().accept("text/html").get("/datasets/" + accession).asString();
    }

    private long sequence(String repository, String accession) {
        return database.find(
                        "select max(sequence) as last from oai_item where repository = ? and accession = ?",
                        row -> row.longInteger("last"),
                        repository,
                        accession)
                .orElseThrow();
    }

    private List<String> history(String accession) {
        return database.list(
                "select event from history where accession = ? order by seq", row -> row.text("event"), accession);
    }
}
