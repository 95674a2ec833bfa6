package org.vitrail.node.deposit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vitrail.node.NodeClient;
import org.vitrail.node.NodeEngines;

@QuarkusTest
@QuarkusTestResource(NodeEngines.class)
class DepositIT {
    private final NodeClient depositor = NodeClient.of("depositor");

    @Test
    void draftHasIdStateAndAccession() {
        depositor
                .request()
                .body("{\"title\":\"Not much yet\"}")
                .post("/api/v1/deposits")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", matchesPattern("https://nantes\\.test/api/v1/deposits/[0-9a-z]{10}"))
                .body("state", equalTo("draft"))
                .body("accession", matchesPattern("[0-9a-hjkmnp-tv-z]{10}"))
                .body("description.title", equalTo("Not much yet"));
    }

    @Test
    void ownDepositsAreListedAndOthersNot() {
        String mine = depositor.create("{}");
        String others = NodeClient.of("depositor2").create("{}");
        depositor
                .request()
                .get("/api/v1/deposits?mine")
                .then()
                .statusCode(200)
                .body("id", hasItem(mine))
                .body("id", not(hasItem(others)));
    }

    @Test
    void changeNeedsTheNewestETag() {
        String deposit = depositor.create("{}");
        String address = "/api/v1/deposits/" + deposit;
        depositor.request().body("{}").put(address).then().statusCode(428);
        depositor
                .request()
                .header("If-Match", "\"1\"")
                .body("{\"title\":\"A second thought\"}")
                .put(address)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        depositor
                .request()
                .header("If-Match", "\"1\"")
                .body("{}")
                .put(address)
                .then()
                .statusCode(412)
                .body("type", endsWith("/problems/edited-meanwhile"));
    }

    @Test
    void incompleteDraftIsStoredButNotSubmittedAndAllFaultsAreNamed() {
        String deposit = depositor.create("{\"title\":\"Hm\"}");
        depositor
                .submit(deposit)
                .then()
                .statusCode(422)
                .body("type", endsWith("/problems/invalid-description"))
                .body(
                        "faults.path",
                        hasItems("title", "description", "creators", "license", "organisms", "imagingMethods"))
                .body("faults.message", everyItem(not(equalTo(""))))
                .body("faults.remedy", everyItem(not(equalTo(""))));
        depositor.await(deposit, "draft");
    }

    @Test
    void faultsAreToldInFrenchToWhoAsksForFrench() {
        String deposit = depositor.create("{\"title\":\"Hm\"}");
        depositor
                .request()
                .header("Accept-Language", "fr-FR, en;q=0.5")
                .post("/api/v1/deposits/" + deposit + "/submit")
                .then()
                .statusCode(422)
                .header("Content-Language", "fr")
                .header("Vary", containsString("Accept-Language"))
                .body("title", equalTo("La description n’est pas complète"))
                .body("faults.find { it.path == 'license' }.code", equalTo("license-missing"))
                .body("faults.find { it.path == 'license' }.message", containsString("pas de licence"));
        depositor
                .request()
                .header("Accept-Language", "fr")
                .body("{\"titel\":\"A typing error\"}")
                .post("/api/v1/deposits")
                .then()
                .statusCode(400)
                .header("Content-Language", "fr")
                .body("detail", containsString("ligne 1"))
                .body("faults[0].code", equalTo("field-unknown"));
        depositor.submit(deposit).then().header("Content-Language", "en");
    }

    @Test
    void depositTellsItsCompletenessAndWhatWouldHelpMost() {
        String deposit = depositor.create("{\"keywords\":[\"a\",\"b\",\"c\"]}");
        String address = "/api/v1/deposits/" + deposit;
        int score = depositor.request().get(address).path("completeness.score");
        List<Map<String, Object>> suggestions = depositor.request().get(address).path("completeness.suggestions");
        assertThat(score).isPositive();
        assertThat(suggestions).hasSize(5);
        depositor
                .request()
                .header("If-Match", "\"1\"")
                .body("{\"keywords\":[\"a\",\"b\",\"c\"], \"terms\": [\"CL:0000540\"]}")
                .put(address)
                .then()
                .body(
                        "completeness.score",
                        equalTo(score + (int) suggestions.getFirst().get("gain")));
        depositor
                .request()
                .header("Accept-Language", "fr")
                .get(address)
                .then()
                .header("Content-Language", "fr")
                .body(
                        "completeness.suggestions.reason",
                        hasItems("D’autres peuvent juger s’il leur convient, et le reproduire."));
    }

    @Test
    void fileListFillsAnImageSetAndItsFaultsAreNamedWithTheirLines() {
        String deposit = depositor.create(
                "{\"imageSets\":[{\"name\":\"stem\",\"fileList\":\"images.tsv\"},{\"name\":\"leaf\"}]}");
        String address = "/api/v1/deposits/" + deposit;
        RequestSpecification list = depositor.request().contentType("text/tab-separated-values");
        list.body("files\tname\na.tif\tone\nb.tif\ttwo\n")
                .post(address + "/file-list?imageSet=stem")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("images", equalTo(2))
                .body("imageSets", contains("stem"))
                .body("ignoredColumns", empty());
        depositor
                .request()
                .get(address)
                .then()
                .body("description.imageSets.name", contains("stem", "leaf"))
                .body("description.imageSets[0].images.name", contains("one", "two"))
                .body("description.imageSets[0].fileList", equalTo(null));
        depositor
                .request()
                .contentType("text/csv; charset=utf-8")
                .body("files,axes\na.tif,yx\nb.tif,sideways\n")
                .post(address + "/file-list?imageSet=stem")
                .then()
                .statusCode(400)
                .body("type", endsWith("/problems/unreadable-description"))
                .body("faults[0].line", equalTo(3))
                .body("faults[0].column", equalTo(2));
        depositor
                .request()
                .contentType("text/csv")
                .body("files\na.tif\n")
                .post(address + "/file-list")
                .then()
                .statusCode(400)
                .body("detail", containsString("imageSet"));
        NodeClient.of("depositor2")
                .request()
                .contentType("text/csv")
                .body("files\na.tif\n")
                .post(address + "/file-list?imageSet=stem")
                .then()
                .statusCode(404);
        depositor.request().get(address).then().body("revision", equalTo(2));
    }

    @Test
    void planBeginsADraftAndTheRestIsTold() {
        String plan = """
                {"dmp": {"dmp_id": {"identifier": "https://plans.example.org/7", "type": "url"},
                         "contact": {"name": "Depositor, Demo", "mbox": "a@example.org"},
                         "dataset": [{"title": "Maize stems", "dataset_id": {"identifier": "x", "type": "other"},
                           "distribution": [{"data_access": "open", "license": [
                             {"license_ref": "https://creativecommons.org/licenses/by/4.0/", "start_date": "2020-01-01"}]}]}]}}
                """;
        depositor
                .request()
                .header("Accept-Language", "fr")
                .body(plan)
                .post("/api/v1/deposits?from=madmp")
                .then()
                .statusCode(201)
                .body("description.title", equalTo("Maize stems"))
                .body("description.license", equalTo("CC-BY-4.0"))
                .body("description.publications[0].url", equalTo("https://plans.example.org/7"))
                .body("plan.taken", hasItems("title", "creators", "license", "publications", "access"))
                .body("plan.notes.find { it.path == 'dataset[0].dataset_id' }.message", containsString("pas repris"));
        depositor
                .request()
                .body("{\"title\": \"no plan\"}")
                .post("/api/v1/deposits?from=madmp")
                .then()
                .statusCode(400)
                .body("faults[0].code", equalTo("plan-missing"));
        depositor
                .request()
                .body(plan)
                .post("/api/v1/deposits?from=elsewhere")
                .then()
                .statusCode(400)
                .body("type", endsWith("/problems/invalid-request"));
    }

    @Test
    void missingLicenseAndUnknownTermAreNamed() {
        String description = NodeClient.description("a.tif")
                .replace("\"license\":\"CC-BY-4.0\",", "")
                .replace("FBbi:00000251", "FBbi:99999999");
        String deposit = depositor.create(description);
        Response refused = depositor.submit(deposit);
        refused.then()
                .statusCode(422)
                .body("faults.path", hasItems("license", "imagingMethods[0]", "imageSets[0].images[0].files[0]"))
                .body("faults.find { it.path == 'imagingMethods[0]' }.message", containsString("FBbi:99999999"));
        depositor.replace(deposit, NodeClient.description("a.tif")).then().statusCode(200);
        depositor
                .submit(deposit)
                .then()
                .statusCode(422)
                .body("faults.path", equalTo(java.util.List.of("imageSets[0].images[0].files[0]")));
    }

    @Test
    void brokenJsonIsRefusedWithItsPlace() {
        depositor
                .request()
                .body("{\"title\": }")
                .post("/api/v1/deposits")
                .then()
                .statusCode(400)
                .body("type", endsWith("/problems/unreadable-description"));
        depositor
                .request()
                .body("{\"titel\":\"A typing error\"}")
                .post("/api/v1/deposits")
                .then()
                .statusCode(400)
                .body("detail", containsString("titel"));
    }

    @Test
    void nulIsRefusedWherePostgresqlCannotKeepIt() {
        depositor
                .request()
                .body("{\"title\":\"a\\u0000b\"}")
                .post("/api/v1/deposits")
                .then()
                .statusCode(400)
                .body("detail", containsString("U+0000"));
        depositor
                .request()
                .urlEncodingEnabled(false)
                .get("/api/v1/datasets/%00")
                .then()
                .statusCode(400);
        depositor
                .request()
                .urlEncodingEnabled(false)
                .get("/datasets?after=%00")
                .then()
                .statusCode(400);
    }

    @Test
    void termsAreFoundByLabel() {
        depositor
                .request()
                .get("/api/v1/terms?q=zea mays")
                .then()
                .statusCode(200)
                .body("id", hasItem("NCBITaxon:4577"));
        depositor
                .request()
                .get("/api/v1/terms?q=xyzzyqw")
                .then()
                .statusCode(200)
                .body("", empty());
        depositor.request().get("/api/v1/terms").then().statusCode(400);
    }

    @Test
    void termsAreFoundWithinABranchAndInFreeText() {
        depositor
                .request()
                .get("/api/v1/terms?q=c&branch=cell-type&limit=5")
                .then()
                .statusCode(200)
                .body("branch", everyItem(is("CELL_TYPE")))
                .body("size()", is(5));
        depositor.request().get("/api/v1/terms?q=c&branch=color").then().statusCode(400);
        depositor
                .request()
                .get("/api/v1/terms/suggest?text=maize by confocal microscopy")
                .then()
                .statusCode(200)
                .body("term.id", contains("NCBITaxon:4577", "FBbi:00000251"))
                .body("text", contains("maize", "confocal microscopy"));
        depositor
                .request()
                .body("{\"text\": \"Neurones de souris\"}")
                .post("/api/v1/terms/suggest")
                .then()
                .statusCode(200)
                .body("term.id", contains("CL:0000540", "NCBITaxon:10090"));
        depositor.request().body("{}").post("/api/v1/terms/suggest").then().statusCode(400);
    }
}
