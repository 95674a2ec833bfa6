package org.vitrail.node.site;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrail.node.NodeEngines;
import org.vitrail.node.PublishedSamples;
import org.vitrail.node.PublishedSamples.Sample;
import org.vitrail.node.Tokens;
import org.vitrail.node.access.PublicAddress;
import org.vitrail.node.database.Database;
import org.vitrail.services.TestServices;
import org.vitrail.store.ObjectStore;

/** The pages of depositors and curators, logged in through the real identity provider. */
@QuarkusTest
@QuarkusTestResource(NodeEngines.class)
class MyPagesIT {
    @Inject
    PublicAddress address;

    @Inject
    Database database;

    @Inject
    PublishedSamples samples;

    @Inject
    ObjectStore store;

    @BeforeEach
    void registerRedirects() {
        TestServices.shared().registerNode("nantes", RestAssured.port);
    }

    private Browser browser() {
        return new Browser(URI.create("http://localhost:" + RestAssured.port), origin());
    }

    private String origin() {
        String root = address.of("/").toString();
        return root.substring(0, root.length() - 1);
    }

    /** A draft of the depositor, opened by the API. */
    private String draft(String title) throws Exception {
        return given().header("Authorization", "Bearer " + Tokens.of("depositor", "nantes"))
                .contentType("application/json")
                .body(samples.description(title, "\"open\""))
                .post("/api/v1/deposits")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void submitted(String id) {
        database.update("update deposit set state = 'submitted', submitted_at = now() where id = ?", id);
    }

    @Test
    void depositorSeesOwnDepositsAndWhatIsMissing() throws Exception {
        String id = draft("Draft of a depositor");
        try (Browser browser = browser()) {
            HttpResponse<String> list = browser.logIn("/my/deposits", "depositor");
            assertThat(list.statusCode()).isEqualTo(200);
            assertThat(list.body())
                    .contains("<h1>My deposits</h1>")
                    .contains("Draft of a depositor")
                    .contains("Log out")
                    .doesNotContain("/my/review");
            assertThat(list.headers().firstValue("Cache-Control")).contains("private, no-store");
            HttpResponse<String> refused = browser.send("/my/deposits/" + id + "/submit", Map.of(), origin());
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("That did not work").contains("imageSets[0]");
            browser.speak("fr");
            assertThat(browser.send("/my/deposits/" + id + "/submit", Map.of(), origin())
                            .body())
                    .contains("<h2>Cela n’a pas fonctionné</h2>", "Cet ensemble d’images n’a pas d’image.")
                    .contains("<h2 id=\"completeness\">Complétude</h2>", "points sur 100", "<li><strong>+");
            assertThat(browser.open("/my/review").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void identifiersOfADraftAreReservedByAButton() throws Exception {
        String id = draft("Draft for a manuscript");
        try (Browser browser = browser()) {
            browser.logIn("/my/deposits", "depositor");
            assertThat(browser.open("/my/deposits/" + id).body()).contains("Reserve identifiers");
            browser.send("/my/deposits/" + id + "/doi", Map.of(), origin());
            String accession = database.find(
                            "select accession from deposit where id = ?", row -> row.text("accession"), id)
                    .orElseThrow();
            assertThat(browser.open("/my/deposits/" + id).body())
                    .contains("<code>demo." + accession + ".v1</code>")
                    .contains("demonstration identifier, not registered")
                    .doesNotContain("Reserve identifiers");
        }
    }

    @Test
    void depositOfAWithdrawnDatasetIsListedAsWithdrawn() throws Exception {
        String id = draft("To be withdrawn");
        database.update("update deposit set state = 'published' where id = ?", id);
        database.update("""
                update dataset set state = 'withdrawn', withdrawn_at = now(), withdrawal_reason = 'a test'
                 where accession = (select accession from deposit where id = ?)
                """, id);
        try (Browser browser = browser()) {
            String list = browser.logIn("/my/deposits", "depositor").body();
            String row = list.substring(list.indexOf(id));
            assertThat(row.substring(0, row.indexOf("</tr>")))
                    .contains("state-withdrawn")
                    .doesNotContain("see it");
        }
    }

    @Test
    void anothersDraftIsNotFound() throws Exception {
        String id = draft("Private draft");
        try (Browser browser = browser()) {
            browser.logIn("/my/deposits", "depositor2");
            HttpResponse<String> page = browser.open("/my/deposits/" + id);
            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(page.body()).doesNotContain("Private draft").contains("<h1>");
        }
    }

    @Test
    void curatorReturnsADepositWithAReason() throws Exception {
        String id = draft("To be returned");
        submitted(id);
        try (Browser browser = browser()) {
            HttpResponse<String> queue = browser.logIn("/my/review", "curator");
            assertThat(queue.body()).contains("Waiting for review").contains("To be returned");
            assertThat(browser.open("/my/deposits/" + id).body()).contains("Accept and publish");
            HttpResponse<String> after =
                    browser.send("/my/review/" + id + "/return", Map.of("reason", "Name the stain & dose."), origin());
            assertThat(after.statusCode()).isEqualTo(200);
            assertThat(after.body()).doesNotContain("To be returned");
        }
        try (Browser browser = browser()) {
            assertThat(browser.logIn("/my/deposits/" + id, "depositor").body())
                    .contains("state-returned")
                    .contains("Name the stain &amp; dose.");
        }
    }

    @Test
    void formsOfOtherSitesAreRefused() throws Exception {
        String id = draft("Not to be touched");
        submitted(id);
        try (Browser browser = browser()) {
            browser.logIn("/my/review", "curator");
            for (String origin : new String[] {"https://evil.example", "null", null}) {
                HttpResponse<String> refused =
                        browser.send("/my/review/" + id + "/return", Map.of("reason", "x"), origin);
                assertThat(refused.statusCode()).isEqualTo(403);
            }
            assertThat(browser.open("/my/review").body()).contains("Not to be touched");
        }
    }

    /** A log-in to the pages is no key to the API for whoever shares the site's domain. */
    @Test
    void changesByOtherSitesThroughTheApiAreRefused() throws Exception {
        String id = draft("Not to be accepted");
        submitted(id);
        try (Browser browser = browser()) {
            browser.logIn("/my/review", "curator");
            for (String origin : new String[] {"https://evil.example", "null", null}) {
                HttpResponse<String> refused = browser.send("/api/v1/deposits/" + id + "/accept", Map.of(), origin);
                assertThat(refused.statusCode()).isEqualTo(403);
            }
            assertThat(browser.open("/my/review").body()).contains("Not to be accepted");
        }
    }

    @Test
    void sessionShowsHiddenPixelsToACurator() throws Exception {
        Sample sample = samples.publish("Hidden", 1, "\"restricted\"");
        String path = "/zarr/" + sample.accession() + "/" + sample.lead() + ".ome.zarr/zarr.json";
        store.put(sample.accession() + "/images/" + sample.lead() + ".ome.zarr/zarr.json", "{}".getBytes());
        try (Browser browser = browser()) {
            assertThat(browser.open(path).statusCode()).isEqualTo(404);
            browser.logIn("/my/review", "curator");
            HttpResponse<String> pixels = browser.open(path);
            assertThat(pixels.statusCode()).isEqualTo(200);
            assertThat(pixels.headers().firstValue("Cache-Control")).contains("private, no-store");
        }
    }

    @Test
    void logOutEndsTheSession() throws Exception {
        try (Browser browser = browser()) {
            assertThat(browser.logIn("/login", "depositor").body()).contains("<h1>My deposits</h1>");
            browser.open("/logout");
            assertThat(browser.open("/my/deposits").body()).doesNotContain("<h1>My deposits</h1>");
        }
    }
}
