package org.vitrail.node.oaipmh;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.node.NodeEngines;
import org.vitrail.node.PublishedSamples;
import org.vitrail.node.PublishedSamples.Sample;
import org.vitrail.node.access.PublicAddress;

/** Both repositories over HTTP; every answer is judged by the official schemas. Page size is 4. */
@QuarkusTest
@QuarkusTestResource(NodeEngines.class)
class OaiPmhIT {
    private static final Pattern IDENTIFIER = Pattern.compile("<identifier>oai:nantes.vitrail.example:([^<]+)<");
    private static final Pattern TOKEN = Pattern.compile("<resumptionToken[^>]*>([^<]+)<");
    private static OaiSchemas schemas;

    @Inject
    PublishedSamples samples;

    @Inject
    PublicAddress address;

    @BeforeAll
    static void loadSchemas() throws Exception {
        schemas = OaiSchemas.load();
    }

    @BeforeEach
    void clear() {
        samples.clear();
    }

    private static String ask(String path, String query) {
        Response response = given().urlEncodingEnabled(false).get(path + "?" + query);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).isEqualToIgnoringCase("text/xml;charset=UTF-8");
        String xml = response.asString();
        schemas.validate(xml);
        return xml;
    }

    private static String ask(String query) {
        return ask("/oai", query);
    }

    private static List<String> identifiers(String xml) {
        List<String> found = new ArrayList<>();
        for (Matcher m = IDENTIFIER.matcher(xml); m.find(); ) {
            found.add(m.group(1));
        }
        return found;
    }

    private static String token(String xml) {
        Matcher m = TOKEN.matcher(xml);
        return m.find() ? m.group(1) : null;
    }

    private static List<String> harvest(String path, String verb, String arguments) {
        List<String> all = new ArrayList<>();
        String xml = ask(path, "verb=" + verb + "&" + arguments);
        all.addAll(identifiers(xml));
        for (String token = token(xml); token != null; token = token(xml)) {
            xml = ask(path, "verb=" + verb + "&resumptionToken=" + token);
            all.addAll(identifiers(xml));
        }
        return all;
    }

    @Test
    void identifySaysWhatTheProtocolWants() {
        samples.publish("One", 1);
        String xml = ask("verb=Identify");
        assertThat(xml)
                .contains("<baseURL>" + address.of("/oai") + "</baseURL>")
                .contains("<deletedRecord>persistent</deletedRecord>")
                .contains("<granularity>YYYY-MM-DDThh:mm:ssZ</granularity>")
                .contains("<adminEmail>contact@nantes.vitrail.example</adminEmail>")
                .contains("<repositoryIdentifier>nantes.vitrail.example</repositoryIdentifier>");
        assertThat(ask("/oai/images", "verb=Identify")).contains(address.of("/oai/images") + "<");
    }

    @Test
    void emptyRepositoryAnswersEveryVerb() {
        ask("verb=Identify");
        ask("verb=ListMetadataFormats");
        assertThat(ask("verb=ListSets")).contains("<setSpec>organism</setSpec>");
        assertThat(ask("verb=ListRecords&metadataPrefix=oai_dc")).contains("noRecordsMatch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"oai_dc", "oai_datacite", "vitrail_rdf"})
    void everyFormatIsValidInBothRepositories(String prefix) {
        Sample sample = samples.publish("Tige de maïs & <feuille> \\u0001 𝄞", 2);
        assertThat(ask("verb=ListRecords&metadataPrefix=" + prefix)).contains("Tige de maïs &amp; &lt;feuille");
        for (String path : List.of("/oai", "/oai/images")) {
            String xml = ask(path, "verb=ListRecords&metadataPrefix=" + prefix);
            assertThat(xml).contains("<metadata>").contains("publicdomain/zero");
        }
        String one = ask("verb=GetRecord&metadataPrefix=" + prefix + "&identifier=oai:nantes.vitrail.example:"
                + sample.accession());
        assertThat(one).contains("<metadata>").contains("<setSpec>organism:NCBITaxon_4577</setSpec>");
        assertThat(ask(
                        "/oai/images",
                        "verb=GetRecord&metadataPrefix=" + prefix + "&identifier=oai:nantes.vitrail.example:"
                                + sample.accession() + "/" + sample.lead()))
                .contains("<metadata>");
    }

    @ParameterizedTest
    @CsvSource({
        "verb=Nope, badVerb",
        "verb=Identify&verb=Identify, badVerb",
        "a=b, badVerb",
        "verb=Identify&x=1, badArgument",
        "verb=ListRecords, badArgument",
        "verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc, badArgument",
        "verb=ListRecords&metadataPrefix=oai_dc&from=2026-1-1, badArgument",
        "verb=ListRecords&metadataPrefix=oai_dc&from=%01, badArgument",
        "verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01&until=2026-01-01T00:00:00Z, badArgument",
        "verb=ListRecords&metadataPrefix=nope, cannotDisseminateFormat",
        "verb=GetRecord&metadataPrefix=oai_dc&identifier=nope, idDoesNotExist",
        "verb=GetRecord&metadataPrefix=oai_dc&identifier=a%22%3C%3E%25%20b, idDoesNotExist",
        "verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:nantes.vitrail.example:x, idDoesNotExist",
        "verb=ListMetadataFormats&identifier=oai:other.example:x, idDoesNotExist",
        "verb=ListRecords&metadataPrefix=oai_dc&from=2999-01-01, noRecordsMatch",
        "verb=ListRecords&metadataPrefix=oai_dc&until=1999-01-01, noRecordsMatch",
        "verb=ListRecords&metadataPrefix=oai_dc&set=nope, noRecordsMatch",
        "verb=ListRecords&resumptionToken=, badResumptionToken",
        "verb=ListRecords&resumptionToken=hand-made, badResumptionToken",
        "verb=ListSets&resumptionToken=hand-made, badResumptionToken",
        "verb=ListRecords&resumptionToken=x&set=y, badArgument",
    })
    void errorsAreTheProtocolsOwn(String query, String code) {
        samples.publish("One", 1);
        String xml = ask(query);
        assertThat(xml).contains("<error code=\"" + code + "\">");
        boolean dropped = code.equals("badVerb") || code.equals("badArgument");
        assertThat(xml.contains("<request verb=")).isEqualTo(!dropped);
    }

    @Test
    void argumentsAreEchoedUnaltered() {
        String xml = ask("verb=ListRecords&metadataPrefix=oai_dc&from=2998-01-01&until=2999-12-31&set=organism");
        assertThat(xml)
                .contains("from=\"2998-01-01\"")
                .contains("until=\"2999-12-31\"")
                .contains("set=\"organism\"");
    }

    @ParameterizedTest
    @CsvSource({"/oai, badVerb", "/oai?, badVerb", "/oai/images?&&, badVerb", "/oai?verb=Identify&a=b=c, badArgument"})
    void requestsThatNoClientLibraryWouldSendGetTheProtocolsErrorsToo(String target, String code) throws Exception {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            String request = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 200").contains("<error code=\"" + code + "\">");
        }
    }

    @Test
    void formsArePostedToo() {
        samples.publish("One", 1);
        String xml = given().contentType("application/x-www-form-urlencoded")
                .body("verb=ListIdentifiers&metadataPrefix=oai_dc")
                .post("/oai")
                .asString();
        schemas.validate(xml);
        assertThat(identifiers(xml)).hasSize(1);
        assertThat(given().contentType("application/x-www-form-urlencoded")
                        .body("verb=Identify&a=%zz")
                        .post("/oai")
                        .asString())
                .contains("badArgument");
    }

    @Test
    void untilIncludesItsSecondAndFromToo() {
        Sample sample = samples.publish("One", 0);
        samples.noteAt(sample.accession(), Instant.parse("2026-05-05T10:00:00Z"));
        for (String hit : List.of(
                "from=2026-05-05T10:00:00Z&until=2026-05-05T10:00:00Z",
                "from=2026-05-05&until=2026-05-05",
                "until=2026-05-05T10:00:00Z")) {
            assertThat(identifiers(ask("verb=ListIdentifiers&metadataPrefix=oai_dc&" + hit)))
                    .as(hit)
                    .hasSize(1);
        }
        for (String miss : List.of(
                "until=2026-05-05T09:59:59Z", "from=2026-05-05T10:00:01Z", "from=2026-05-06", "until=2026-05-04")) {
            assertThat(ask("verb=ListIdentifiers&metadataPrefix=oai_dc&" + miss))
                    .as(miss)
                    .contains("noRecordsMatch");
        }
    }

    @Test
    void pagesAreCompleteAndTheLastHasAnEmptyToken() {
        Set<String> published = new LinkedHashSet<>();
        for (int i = 0; i < 9; i++) {
            published.add(samples.publish("Set " + i, 0).accession());
        }
        assertThat(harvest("/oai", "ListRecords", "metadataPrefix=oai_dc")).containsExactlyElementsOf(published);
        assertThat(harvest("/oai", "ListIdentifiers", "metadataPrefix=vitrail_rdf&set=organism"))
                .containsExactlyElementsOf(published);
        String token = token(ask("verb=ListRecords&metadataPrefix=oai_dc"));
        String again = ask("verb=ListRecords&resumptionToken=" + token);
        assertThat(identifiers(again)).isEqualTo(identifiers(ask("verb=ListRecords&resumptionToken=" + token)));
        assertThat(ask("verb=ListIdentifiers&resumptionToken=" + token)).contains("badResumptionToken");
        assertThat(ask("/oai/images", "verb=ListRecords&resumptionToken=" + token))
                .contains("badResumptionToken");
        assertThat(ask("verb=ListRecords&resumptionToken=" + token(again)))
                .contains("<resumptionToken></resumptionToken>");
    }

    @Test
    void nothingIsLostWhenItemsChangeDuringAHarvest() {
        List<Sample> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            all.add(samples.publish("Set " + i, 0));
        }
        String xml = ask("verb=ListRecords&metadataPrefix=oai_dc");
        String serverStart = xml.replaceAll("(?s).*<responseDate>([^<]+)<.*", "$1");
        Set<String> seen = new LinkedHashSet<>(identifiers(xml));
        for (String token = token(xml); token != null; token = token(xml)) {
            samples.change(all.getFirst().accession(), List.of(), false);
            samples.change(all.getLast().accession(), List.of(), false);
            all.add(samples.publish("New", 0));
            xml = ask("verb=ListRecords&resumptionToken=" + token);
            seen.addAll(identifiers(xml));
            assertThat(seen).hasSizeLessThan(40);
        }
        seen.addAll(harvest("/oai", "ListRecords", "metadataPrefix=oai_dc&from=" + serverStart));
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(Sample::accession).toList());
    }

    @Test
    void withdrawnItemsAreListedAsDeletedWithTheirSets() {
        Sample sample = samples.publish("One", 2);
        samples.withdraw(sample, "Consent was revoked.");
        for (String path : List.of("/oai", "/oai/images")) {
            String xml = ask(path, "verb=ListRecords&metadataPrefix=oai_dc&set=organism:NCBITaxon_4577");
            assertThat(xml)
                    .contains("status=\"deleted\"")
                    .contains("<setSpec>openaire_data</setSpec>")
                    .doesNotContain("<metadata>");
        }
        assertThat(ask("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:nantes.vitrail.example:"
                        + sample.accession()))
                .contains("status=\"deleted\"");
    }

    @Test
    void setsAreNamedAndHaveTheirParents() {
        samples.publish("One", 0);
        assertThat(ask("verb=ListSets"))
                .contains("<setSpec>organism</setSpec>")
                .contains("<setSpec>organism:NCBITaxon_4577</setSpec><setName>Zea mays</setName>")
                .contains("<setSpec>method:FBbi_00000251</setSpec>")
                .contains("<setSpec>openaire_data</setSpec>");
    }

    @Test
    void itemThatIsNotPublishedCostsItsMetadataOnly() {
        Sample broken = samples.publish("Broken", 0);
        Sample sound = samples.publish("Sound", 0);
        samples.loseVersions(broken);
        String xml = ask("verb=ListRecords&metadataPrefix=oai_dc");
        assertThat(identifiers(xml)).containsExactly(broken.accession(), sound.accession());
        assertThat(xml.split("<metadata>")).hasSize(2);
        assertThat(ask("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:nantes.vitrail.example:"
                        + broken.accession()))
                .contains("cannotDisseminateFormat");
    }

    @Test
    void anyIdentifierIsEchoedSoThatTheAnswerIsValid() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            StringBuilder identifier = new StringBuilder();
            for (int n = random.nextInt(12) + 1; n > 0; n--) {
                identifier.appendCodePoint(random.nextInt(5) == 0 ? random.nextInt(0xD7FF) : 32 + random.nextInt(95));
            }
            ask("verb=GetRecord&metadataPrefix=oai_dc&identifier="
                    + URLEncoder.encode(identifier.toString(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void answersAreCompressedOnRequest() {
        assertThat(given().header("Accept-Encoding", "gzip")
                        .get("/oai?verb=Identify")
                        .header("Content-Encoding"))
                .isEqualTo("gzip");
    }
}
