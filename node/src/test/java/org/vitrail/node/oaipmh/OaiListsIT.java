package org.vitrail.node.oaipmh;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrail.node.NodeEngines;
import org.vitrail.node.PublishedSamples;
import org.vitrail.node.PublishedSamples.Sample;
import org.vitrail.node.access.PublicAddress;

/** How lists are cut, grouped, compressed and, at times, put off. Page size is 4. */
@QuarkusTest
@QuarkusTestResource(NodeEngines.class)
class OaiListsIT {
    private static OaiClient oai;

    @Inject
    PublishedSamples samples;

    @Inject
    PublicAddress address;

    @Inject
    OaiConfig config;

    @Inject
    ListGate gate;

    @BeforeAll
    static void open() throws Exception {
        oai = OaiClient.withSchemas();
    }

    @BeforeEach
    void clear() {
        samples.clear();
    }

    @Test
    void pagesAreCompleteAndTheLastHasAnEmptyToken() {
        Set<String> published = new LinkedHashSet<>();
        for (int i = 0; i < 9; i++) {
            published.add(samples.publish("Set " + i, 0).accession());
        }
        assertThat(oai.harvest("/oai", "ListRecords", "metadataPrefix=oai_dc")).containsExactlyElementsOf(published);
        assertThat(oai.harvest("/oai", "ListIdentifiers", "metadataPrefix=vitrail_rdf&set=organism"))
                .containsExactlyElementsOf(published);
        String token = OaiClient.token(oai.ask("verb=ListRecords&metadataPrefix=oai_dc"));
        String again = oai.ask("verb=ListRecords&resumptionToken=" + token);
        assertThat(OaiClient.identifiers(again))
                .isEqualTo(OaiClient.identifiers(oai.ask("verb=ListRecords&resumptionToken=" + token)));
        assertThat(oai.ask("verb=ListIdentifiers&resumptionToken=" + token)).contains("badResumptionToken");
        assertThat(oai.ask("/oai/images", "verb=ListRecords&resumptionToken=" + token))
                .contains("badResumptionToken");
        assertThat(oai.ask("verb=ListRecords&resumptionToken=" + OaiClient.token(again)))
                .contains("<resumptionToken></resumptionToken>");
    }

    @Test
    void setsAreNamedAndHaveTheirParents() {
        samples.publish("One", 0);
        assertThat(oai.ask("verb=ListSets"))
                .contains("<setSpec>organism</setSpec>")
                .contains("<setSpec>organism:NCBITaxon_4577</setSpec><setName>Zea mays</setName>")
                .contains("<setSpec>method:FBbi_00000251</setSpec>")
                .contains("<setSpec>openaire_data</setSpec>");
    }

    @Test
    void setsAreDescribed() {
        samples.publish("One", 0);
        assertThat(oai.ask("verb=ListSets"))
                .contains("<dc:description>Organism: Zea mays (NCBITaxon:4577).</dc:description>")
                .contains("<dc:identifier>http://purl.obolibrary.org/obo/NCBITaxon_4577</dc:identifier>");
    }

    @Test
    void recordsNameTheirRightsAndTheirOrigin() {
        Sample sample = samples.publish("One", 1);
        for (String path : List.of("/oai", "/oai/images")) {
            String xml = oai.ask(path, "verb=ListRecords&metadataPrefix=oai_datacite");
            String datestamp = xml.replaceAll("(?s).*?<header>.*?<datestamp>([^<]+)<.*", "$1");
            assertThat(xml)
                    .contains("<rightsReference ref=\"https://creativecommons.org/publicdomain/zero/1.0/\"")
                    .contains("<originDescription harvestDate=\"" + datestamp + "\" altered=\"false\">")
                    .contains("<baseURL>" + address.of(path) + "</baseURL><identifier>oai:nantes.vitrail.example:"
                            + sample.accession())
                    .contains("<metadataNamespace>http://datacite.org/schema/kernel-4</metadataNamespace>");
        }
        samples.withdraw(sample, "Consent was revoked.");
        assertThat(oai.ask("verb=ListRecords&metadataPrefix=oai_datacite")).doesNotContain("<about>");
    }

    @Test
    void moreListsThanAllowedAreToldWhenToComeAgain() throws Exception {
        samples.publish("One", 0);
        CountDownLatch taken = new CountDownLatch(config.listsAtOnce());
        CountDownLatch release = new CountDownLatch(1);
        List<Thread> holders = new ArrayList<>();
        for (int i = 0; i < config.listsAtOnce(); i++) {
            holders.add(Thread.startVirtualThread(() -> hold(taken, release)));
        }
        taken.await();
        Response full = given().get("/oai?verb=ListRecords&metadataPrefix=oai_dc");
        assertThat(full.statusCode()).isEqualTo(503);
        assertThat(full.header("Retry-After")).isEqualTo("10");
        assertThat(oai.ask("verb=Identify")).contains("<Identify>");
        release.countDown();
        for (Thread holder : holders) {
            holder.join();
        }
        assertThat(oai.ask("verb=ListRecords&metadataPrefix=oai_dc")).contains("<record>");
    }

    private void hold(CountDownLatch taken, CountDownLatch release) {
        try {
            gate.pass(() -> {
                taken.countDown();
                awaitQuietly(release);
                return null;
            });
        } catch (OaiError e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anyIdentifierIsEchoedSoThatTheAnswerIsValid() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            StringBuilder identifier = new StringBuilder();
            for (int n = random.nextInt(12) + 1; n > 0; n--) {
                identifier.appendCodePoint(random.nextInt(5) == 0 ? random.nextInt(0xD7FF) : 32 + random.nextInt(95));
            }
            oai.ask("verb=GetRecord&metadataPrefix=oai_dc&identifier="
                    + URLEncoder.encode(identifier.toString(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void answersAreCompressedOnRequest() {
        Response packed = given().header("Accept-Encoding", "gzip").get("/oai?verb=Identify");
        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(String.join(",", packed.headers().getValues("Vary"))).containsIgnoringCase("Accept-Encoding");
        assertThat(packed.asString()).contains("<compression>gzip</compression>");
        assertThat(given().header("Accept-Encoding", "identity")
                        .get("/oai?verb=Identify")
                        .header("Content-Encoding"))
                .isNull();
    }
}
