package org.vitrail.node.landing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.node.NodeEngines;
import org.vitrail.node.PublishedSamples;
import org.vitrail.node.PublishedSamples.Sample;
import org.vitrail.node.access.PublicAddress;

/** Landing pages as people and machines get them. */
@QuarkusTest
@QuarkusTestResource(NodeEngines.class)
class LandingIT {
    @Inject
    PublishedSamples samples;

    @Inject
    PublicAddress address;

    @BeforeEach
    void clear() {
        samples.clear();
    }

    private static Response page(String path) {
        return given().accept("text/html,application/xhtml+xml,*/*;q=0.8").get(path);
    }

    @Test
    void pageShowsThePixelsTheCreditsAndTheLicense() {
        Sample sample = samples.publish("Maize stem", 2);
        Response response = page("/datasets/" + sample.accession());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(response.asString())
                .contains("<h1 dir=\"auto\">Maize stem</h1>")
                .contains("<ome-zarr-view src=\"" + address.of("/zarr/" + sample.accession() + "/" + sample.lead()))
                .contains("https://orcid.org/0000-0002-1825-0097")
                .contains("https://creativecommons.org/licenses/by/4.0/")
                .contains("demonstration identifier, not registered")
                .contains("Zea mays")
                .doesNotContain("https://doi.org/demo/");
    }

    @Test
    void pageHasNothingInlineAndAPolicyThatForbidsIt() {
        Sample sample = samples.publish("Maize stem", 1);
        Response response = page("/datasets/" + sample.accession());
        assertThat(response.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'self'")
                .doesNotContain("unsafe-inline");
        assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.asString())
                .doesNotContain("style=\"")
                .doesNotContain("onclick")
                .doesNotContain("<script>");
    }

    @Test
    void pageTellsHowTheImagesWereMade() {
        Sample sample = samples.publish("Maize stem", 1);
        samples.describe(sample.accession(), """
                {"funding": [{"funder": "Funder of examples", "awardNumber": "EX-1", "awardUri": "https://example.org/awards/1"}],
                 "study": {"startDate": "2026-01-02", "endDate": "2026-03-04"},
                 "imageSets": [{"name": "stem section",
                   "biosample": {"biologicalEntity": {"label": "stem"},
                     "extrinsicVariables": [{"name": "temperature", "value": "21", "unit": "°C"}]},
                   "specimen": {"experimentalStatus": "control", "preparation": "embedded <in> resin"},
                   "acquisition": {"instrument": {"name": "Confocal 1", "pid": "21.12345/abc",
                       "facility": {"name": "Imaging platform", "ror": "https://ror.org/02mhbdp94"}},
                     "objective": {"magnification": 40, "numericalAperture": 1.3, "immersion": "oil"}}}]}
                """);
        assertThat(page("/datasets/" + sample.accession()).asString())
                .contains("Funder of examples, EX-1", "https://example.org/awards/1", "2026-01-02/2026-03-04")
                .contains("temperature: 21 °C", "control", "embedded &lt;in&gt; resin")
                .contains("href=\"https://hdl.handle.net/21.12345/abc\"", "href=\"https://ror.org/02mhbdp94\"")
                .contains("40×, NA 1.3, oil");
    }

    @Test
    void hostileTextStaysText() throws Exception {
        Sample sample = samples.publish("</script><script>alert(1)</script> & <b>", 1);
        String html = page("/datasets/" + sample.accession()).asString();
        assertThat(html).doesNotContain("<script>alert").doesNotContain("<b>").contains("&lt;script&gt;alert(1)");
        String json = html.replaceAll("(?s).*<script type=\"application/ld\\+json\">(.*?)</script>.*", "$1");
        assertThat(new ObjectMapper().readTree(json).get("name").textValue()).startsWith("</script>");
    }

    @Test
    void jsonLdSaysWhatItIs() throws Exception {
        Sample sample = samples.publish("Maize stem", 1);
        String html = page("/datasets/" + sample.accession()).asString();
        JsonNode json = new ObjectMapper()
                .readTree(html.replaceAll("(?s).*<script type=\"application/ld\\+json\">(.*?)</script>.*", "$1"));
        assertThat(json.get("@type").toString()).contains("Dataset");
        assertThat(json.get("name").textValue()).isEqualTo("Maize stem");
    }

    @Test
    void linksInTheHeaderLeadMachines() {
        Sample sample = samples.publish("Maize stem", 1);
        String version = address.of("/datasets/" + sample.accession() + "/v1").toString();
        for (Response response :
                List.of(page("/datasets/" + sample.accession()), given().head("/datasets/" + sample.accession()))) {
            String links = String.join(", ", response.headers().getValues("Link"));
            assertThat(links)
                    .contains("<" + version + ">; rel=\"cite-as\"")
                    .contains("/metadata/turtle>; rel=\"describedby\"; type=\"text/turtle\"")
                    .contains("/zarr.json>; rel=\"item\"; type=\"application/json\"")
                    .contains("<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\"")
                    .contains("<https://schema.org/Dataset>; rel=\"type\"")
                    .contains("<https://orcid.org/0000-0002-1825-0097>; rel=\"author\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "text/turtle, text/turtle",
        "application/ld+json, application/ld+json",
        "application/rdf+xml, application/rdf+xml",
        "application/vnd.datacite.datacite+xml, application/vnd.datacite.datacite+xml",
        "application/vnd.datacite.datacite+json, application/vnd.datacite.datacite+json",
        "application/x-bibtex, application/x-bibtex",
        "application/x-research-info-systems, application/x-research-info-systems",
        "application/vnd.citationstyles.csl+json, application/vnd.citationstyles.csl+json",
        "'application/json;q=0.1, text/turtle;q=0.9', text/turtle",
        "*/*, text/html",
        "'text/html;q=0, application/*', application/ld+json",
        "'text/turtle;charset=utf-8', text/turtle",
        "x, text/html",
        "'a/b/c', text/html",
        "';', text/html",
        "text/html, text/html",
    })
    void formatsAreNegotiated(String accept, String type) {
        Sample sample = samples.publish("Maize stem", 1);
        Response response = given().header("Accept", accept).get("/datasets/" + sample.accession());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).startsWith(type);
        assertThat(String.join(",", response.headers().getValues("Vary"))).containsIgnoringCase("Accept");
        assertThat(response.asString()).contains("Maize stem");
    }

    @ParameterizedTest
    @CsvSource({
        "https://w3id.org/ro/crate/1.2, \"@graph\"",
        "http://mlcommons.org/croissant/1.0, cr:RecordSet",
        "http://data.europa.eu/r5r/, dcat:Dataset",
        "https://schema.org/, includedInDataCatalog",
        "http://unknown.example/, includedInDataCatalog",
    })
    void jsonLdIsNegotiatedByProfile(String profile, String word) {
        Sample sample = samples.publish("Maize stem", 1);
        Response response = given().header("Accept", "application/ld+json;profile=\"" + profile + "\"")
                .get("/datasets/" + sample.accession());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).startsWith("application/ld+json");
        assertThat(response.asString()).contains(word);
    }

    @Test
    void interfaceDescriptionListsTheFormats() {
        String description = given().get("/q/openapi?format=json").asString();
        assertThat(description).contains("One of " + String.join(", ", MetadataFile.keys()) + ".");
        assertThat(description).contains("/datasets/{accession}/v{version}/images.csv");
    }

    @Test
    void formatsThatAreNotThereAreListed() {
        Sample sample = samples.publish("Maize stem", 1);
        Response none = given().header("Accept", "image/png").get("/datasets/" + sample.accession());
        assertThat(none.statusCode()).isEqualTo(406);
        assertThat(none.contentType()).startsWith("application/problem+json");
        Response unknown = given().get("/datasets/" + sample.accession() + "/metadata/marc21");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.jsonPath().getList("available")).contains("turtle", "rocrate");
    }

    @ParameterizedTest
    @CsvSource({
        "turtle, text/turtle",
        "jsonld, application/ld+json",
        "rdfxml, application/rdf+xml",
        "datacite.xml, application/vnd.datacite.datacite+xml",
        "datacite.json, application/vnd.datacite.datacite+json",
        "schemaorg, application/ld+json",
        "rocrate, application/ld+json",
        "croissant, application/ld+json",
        "bibtex, application/x-bibtex",
        "ris, application/x-research-info-systems",
        "csl, application/vnd.citationstyles.csl+json",
    })
    void everyFormatHangsUnderDataSetAndVersion(String format, String type) {
        Sample sample = samples.publish("Maize stem", 1);
        Response page = page("/datasets/" + sample.accession());
        assertThat(page.asString()).contains(sample.accession() + "/v1/metadata/" + format + "\"");
        String links = String.join(",", page.headers().getValues("Link"));
        assertThat(links).contains("/metadata/" + format + ">; rel=\"describedby\"; type=\"" + type + "\"");
        for (String path : List.of("", "/v1")) {
            Response response = given().get("/datasets/" + sample.accession() + path + "/metadata/" + format);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.contentType()).isEqualToIgnoringCase(type + ";charset=UTF-8");
            assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(response.asString()).contains("Maize stem").doesNotContain("https://doi.org/demo/");
        }
    }

    @Test
    void olderVersionSaysThatThereIsANewerOne() {
        Sample sample = samples.publish("First", 1);
        samples.addVersion(sample.accession(), 2, "Second", "\"open\"", sample.images());
        assertThat(page("/datasets/" + sample.accession()).asString())
                .contains("<h1 dir=\"auto\">Second</h1>")
                .doesNotContain("There is a newer one");
        assertThat(page("/datasets/" + sample.accession() + "/v1").asString())
                .contains("<h1 dir=\"auto\">First</h1>")
                .contains("There is a newer one");
        assertThat(page("/datasets/" + sample.accession() + "/v3").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "restricted, on request",
        "embargoed, under embargo until 2999-01-01",
        "metadataOnly, Only the description"
    })
    void privatePixelsLeaveNoTrace(String access, String words) {
        Sample sample = samples.publish("Secret pixels", 2, "\"" + access + "\", \"embargoUntil\": \"2999-01-01\"");
        for (String path : List.of("", "/v1", "/images/" + sample.lead())) {
            Response response = page("/datasets/" + sample.accession() + path);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.asString())
                    .doesNotContain("/zarr/")
                    .doesNotContain("/thumbnails/")
                    .doesNotContain("a".repeat(64));
            assertThat(String.join(",", response.headers().getValues("Link"))).doesNotContain("/zarr/");
        }
        assertThat(page("/datasets/" + sample.accession()).asString()).contains(words);
    }

    @Test
    void embargoThatHasPassedShowsThePixels() {
        Sample sample = samples.publish("Free now", 1, "\"embargoed\", \"embargoUntil\": \"2020-01-01\"");
        assertThat(page("/datasets/" + sample.accession()).asString()).contains("<ome-zarr-view");
    }

    @Test
    void withdrawnDataSetIsATombstone() {
        Sample sample = samples.publish("Gone", 1);
        samples.withdraw(sample, "Consent was revoked.");
        for (String path : List.of("", "/v1", "/metadata/turtle", "/images/" + sample.lead())) {
            Response response = page("/datasets/" + sample.accession() + path);
            assertThat(response.statusCode()).isEqualTo(410);
            assertThat(response.asString())
                    .contains("Consent was revoked.")
                    .contains("Gone")
                    .doesNotContain("/zarr/");
        }
        Response problem = given().accept("text/turtle").get("/datasets/" + sample.accession());
        assertThat(problem.statusCode()).isEqualTo(410);
        assertThat(problem.contentType()).startsWith("application/problem+json");
    }

    @Test
    void unknownDataSetIsAPageThatHelps() {
        Response response = page("/datasets/0000000000");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.asString()).contains("There is no such data set here");
        assertThat(given().accept("application/ld+json").get("/datasets/x").statusCode())
                .isEqualTo(404);
    }

    @Test
    void galleryIsPaged() {
        Sample sample = samples.publish("Many", 130);
        String first = page("/datasets/" + sample.accession()).asString();
        assertThat(first).contains("1–36 of 130").contains("?after=35#images");
        String last = page("/datasets/" + sample.accession() + "/v1?after=107").asString();
        assertThat(last).contains("109–130 of 130").contains("?after=71#images").doesNotContain("Next images");
        assertThat(page("/datasets/" + sample.accession() + "?after=999999").statusCode())
                .isEqualTo(200);
    }

    @Test
    void imageHasItsPage() {
        Sample sample = samples.publish("Maize stem", 2);
        String html = page("/datasets/" + sample.accession() + "/images/" + sample.lead())
                .asString();
        assertThat(html)
                .contains("<h1>Image 1</h1>")
                .contains("640 × 512 pixels, 2 channels")
                .contains("0.25 × 0.25 µm")
                .contains("DAPI");
        assertThat(page("/datasets/" + sample.accession() + "/images/0000000000")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void frontPageListsTheNewestAndContinues() {
        assertThat(page("/").asString()).contains("Nothing is published here yet");
        Sample oldest = samples.publish("Set 0", 0);
        for (int i = 1; i <= 20; i++) {
            samples.publish("Set " + i, 0);
        }
        String html = page("/").asString();
        assertThat(html).contains("21 data sets").contains("Set 20<").doesNotContain("Set 0<");
        String next = html.replaceAll("(?s).*href=\"(/datasets\\?after=[^\"]+)\".*", "$1");
        assertThat(page(next).asString())
                .contains(oldest.accession())
                .contains("Set 0<")
                .doesNotContain("rel=\"next\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/contact", "/policies", "/privacy", "/deposit"})
    void informationIsThere(String path) {
        Response response = page(path);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).startsWith("text/html");
        assertThat(response.asString()).contains("<h1>").doesNotContain("{cdi:");
    }
}
