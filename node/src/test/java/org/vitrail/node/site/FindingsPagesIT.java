package org.vitrail.node.site;

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
import org.vitrail.node.NodeClient;
import org.vitrail.node.NodeEngines;
import org.vitrail.node.ScriptedFormat;
import org.vitrail.node.access.PublicAddress;
import org.vitrail.services.TestServices;

/** The pages on which findings are read and decided. */
@QuarkusTest
@QuarkusTestResource(NodeEngines.class)
class FindingsPagesIT {
    private final NodeClient depositor = NodeClient.of("depositor");

    @Inject
    PublicAddress address;

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

    private String submitted() {
        String deposit = depositor.create(NodeClient.description("a.scripted", "b.scripted"));
        for (String name : new String[] {"a", "b"}) {
            depositor.upload(
                    deposit,
                    name + ".scripted",
                    ScriptedFormat.file(
                            "image 40 30 3" + (int) name.charAt(0),
                            "finding PERSON_NAME (0010,0010) PatientName",
                            "finding DATE (0010,0030) PatientBirthDate",
                            "look BURNT_IN pixels, top left"));
        }
        depositor.awaitImages(deposit);
        depositor.submit(deposit).then().statusCode(200);
        return deposit;
    }

    @Test
    void curatorReadsWhatWasFoundAndDecidesBeforeAccepting() throws Exception {
        String deposit = submitted();
        String page = "/my/deposits/" + deposit;
        try (Browser browser = browser()) {
            String undecided = browser.logIn(page, "curator").body();
            assertThat(undecided)
                    .contains("What could reveal a person", "Text in the picture", "(0010,0010) PatientName")
                    .contains("I have looked at", "in a.scripted, b.scripted", "for a curator", "removed")
                    .doesNotContain("Accept and publish");
            String link = undecided.replaceAll("(?s).*href=\"(/my/deposits/[^\"]+/files/[^\"]+)\".*", "$1");
            HttpResponse<String> file = browser.open(link);
            assertThat(file.body()).contains("look BURNT_IN");
            assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment");
            assertThat(file.headers().firstValue("Cache-Control")).contains("private, no-store");
            HttpResponse<String> refused =
                    browser.send("/my/review/" + deposit + "/findings", Map.of("reason", "Phantom"), origin());
            assertThat(refused.statusCode()).isEqualTo(409);
            String ids = undecided.replaceAll("(?s).*name=\"acknowledged\" value=\"([^\"]+)\".*", "$1");
            assertThat(ids).contains(",");
            String decided = browser.send(
                            "/my/review/" + deposit + "/findings",
                            Map.of("reason", "Phantom & no patient", "acknowledged", ids),
                            origin())
                    .body();
            assertThat(decided).contains("Decided by", "Phantom &amp; no patient", "looked at", "Accept and publish");
            HttpResponse<String> foreign =
                    browser.send("/my/review/" + deposit + "/findings", Map.of("reason", "x"), "https://evil.example");
            assertThat(foreign.statusCode()).isEqualTo(403);
        }
    }

    @Test
    void depositorReadsWhatWasFoundAndCannotDecide() throws Exception {
        String deposit = submitted();
        try (Browser browser = browser()) {
            assertThat(browser.logIn("/my/deposits/" + deposit, "depositor").body())
                    .contains("What could reveal a person", "Name of a person", "Until then other files")
                    .doesNotContain("I have looked at");
            assertThat(browser.send("/my/review/" + deposit + "/findings", Map.of("reason", "x"), origin())
                            .statusCode())
                    .isEqualTo(403);
        }
    }
}
