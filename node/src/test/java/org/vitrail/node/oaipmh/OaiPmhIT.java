package org.vitrail.node.oaipmh;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
    private static OaiClient oai;

    @Inject
    PublishedSamples samples;

    @Inject
    PublicAddress address;

    @BeforeAll
    static void open() throws Exception {
        oai = OaiClient.withSchemas();
    }

    @BeforeEach
    void clear() {
        samples.clear();
    }

    @Test
    void identifySaysWhatTheProtocolWants() {
        samples.publish("One", 1);
        String xml = oai.ask("verb=Identify");
        assertThat(xml)
                .contains("<baseURL>" + address.of("/oai") + "</baseURL>")
                .contains("<deletedRecord>persistent</deletedRecord>")
                .contains("<granularity>YYYY-MM-DDThh:mm:ssZ</granularity>")
                .contains("<adminEmail>contact@nantes.vitrail.example</adminEmail>")
                .contains("<repositoryIdentifier>nantes.vitrail.example</repositoryIdentifier>");
        assertThat(oai.ask("/oai/images", "verb=Identify")).contains(address.of("/oai/images") + "<");
    }

    @Test
    void emptyRepositoryAnswersEveryVerb() {
        oai.ask("verb=Identify");
        oai.ask("verb=ListMetadataFormats");
        assertThat(oai.ask("verb=ListSets")).contains("<setSpec>organism</setSpec>");
        assertThat(oai.ask("verb=ListRecords&metadataPrefix=oai_dc")).contains("noRecordsMatch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"oai_dc", "oai_datacite", "vitrail_rdf"})
    void everyFormatIsValidInBothRepositories(String prefix) {
        Sample sample = samples.publish("Tige de maïs & <feuille> \\u0001 𝄞", 2);
        assertThat(oai.ask("verb=ListRecords&metadataPrefix=" + prefix)).contains("Tige de maïs &amp; &lt;feuille");
        for (String path : List.of("/oai", "/oai/images")) {
            String xml = oai.ask(path, "verb=ListRecords&metadataPrefix=" + prefix);
            assertThat(xml).contains("<metadata>").contains("publicdomain/zero");
        }
        String one = oai.ask("verb=GetRecord&metadataPrefix=" + prefix + "&identifier=oai:nantes.vitrail.example:"
                + sample.accession());
        assertThat(one).contains("<metadata>").contains("<setSpec>organism:NCBITaxon_4577</setSpec>");
        assertThat(oai.ask(
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
        String xml = oai.ask(query);
        assertThat(xml).contains("<error code=\"" + code + "\">");
        boolean dropped = code.equals("badVerb") || code.equals("badArgument");
        assertThat(xml.contains("<request verb=")).isEqualTo(!dropped);
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
        oai.validate(xml);
        assertThat(OaiClient.identifiers(xml)).hasSize(1);
        assertThat(given().contentType("application/x-www-form-urlencoded")
                        .body("verb=Identify&a=%zz")
                        .post("/oai")
                        .asString())
                .contains("badArgument");
    }

    @Test
    void withdrawnItemsAreListedAsDeletedWithTheirSets() {
        Sample sample = samples.publish("One", 2);
        samples.withdraw(sample, "Consent was revoked.");
        for (String path : List.of("/oai", "/oai/images")) {
            String xml = oai.ask(path, "verb=ListRecords&metadataPrefix=oai_dc&set=organism:NCBITaxon_4577");
            assertThat(xml)
                    .contains("status=\"deleted\"")
                    .contains("<setSpec>method:FBbi_00000251</setSpec>")
                    .doesNotContain("<metadata>");
        }
        assertThat(oai.ask("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:nantes.vitrail.example:"
                        + sample.accession()))
                .contains("status=\"deleted\"");
    }

    @Test
    void itemThatIsNotPublishedCostsItsMetadataOnly() {
        Sample broken = samples.publish("Broken", 0);
        Sample sound = samples.publish("Sound", 0);
        samples.loseVersions(broken);
        String xml = oai.ask("verb=ListRecords&metadataPrefix=oai_dc");
        assertThat(OaiClient.identifiers(xml)).containsExactly(broken.accession(), sound.accession());
        assertThat(xml.split("<metadata>")).hasSize(2);
        assertThat(oai.ask("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:nantes.vitrail.example:"
                        + broken.accession()))
                .contains("cannotDisseminateFormat");
    }
}
