package org.vitrail.node.oaipmh;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrail.node.NodeEngines;
import org.vitrail.node.PublishedSamples;
import org.vitrail.node.PublishedSamples.Sample;

/**
 * What XOAI's own DataProvider does wrong, each fault by itself: it refuses day dates, moves and rewrites until, takes future dates for
 * bad arguments, drops the request's attributes, fails on hand-made tokens, binds tokens to nothing, breaks on control characters, and
 * loses or repeats what changes during a harvest.
 */
@QuarkusTest
@QuarkusTestResource(NodeEngines.class)
class OaiDefectsIT {
    private static OaiClient oai;

    @Inject
    PublishedSamples samples;

    @BeforeAll
    static void open() throws Exception {
        oai = OaiClient.withSchemas();
    }

    @BeforeEach
    void clear() {
        samples.clear();
    }

    @Test
    void argumentsAreEchoedUnaltered() {
        String xml = oai.ask("verb=ListRecords&metadataPrefix=oai_dc&from=2998-01-01&until=2999-12-31&set=organism");
        assertThat(xml)
                .contains("from=\"2998-01-01\"")
                .contains("until=\"2999-12-31\"")
                .contains("set=\"organism\"");
    }

    @Test
    void untilIncludesItsSecondAndFromToo() {
        Sample sample = samples.publish("One", 0);
        samples.noteAt(sample.accession(), Instant.parse("2026-05-05T10:00:00Z"));
        for (String hit : List.of(
                "from=2026-05-05T10:00:00Z&until=2026-05-05T10:00:00Z",
                "from=2026-05-05&until=2026-05-05",
                "until=2026-05-05T10:00:00Z")) {
            assertThat(OaiClient.identifiers(oai.ask("verb=ListIdentifiers&metadataPrefix=oai_dc&" + hit)))
                    .as(hit)
                    .hasSize(1);
        }
        for (String miss : List.of(
                "until=2026-05-05T09:59:59Z", "from=2026-05-05T10:00:01Z", "from=2026-05-06", "until=2026-05-04")) {
            assertThat(oai.ask("verb=ListIdentifiers&metadataPrefix=oai_dc&" + miss))
                    .as(miss)
                    .contains("noRecordsMatch");
        }
    }

    @Test
    void dayDatesAreTakenBesideSeconds() {
        Sample sample = samples.publish("One", 0);
        samples.noteAt(sample.accession(), Instant.parse("2026-05-05T10:00:00Z"));
        assertThat(OaiClient.identifiers(oai.ask("verb=ListRecords&metadataPrefix=oai_dc&from=2026-05-05")))
                .containsExactly(sample.accession());
        assertThat(oai.ask("verb=Identify")).contains("<granularity>YYYY-MM-DDThh:mm:ssZ</granularity>");
    }

    @Test
    void futureDatesAreNoFault() {
        samples.publish("One", 0);
        assertThat(oai.ask("verb=ListRecords&metadataPrefix=oai_dc&from=2999-01-01"))
                .contains("noRecordsMatch");
        assertThat(OaiClient.identifiers(oai.ask("verb=ListRecords&metadataPrefix=oai_dc&until=2999-01-01")))
                .hasSize(1);
    }

    @Test
    void errorsKeepTheAttributesOfTheRequest() {
        assertThat(oai.ask("verb=ListRecords&metadataPrefix=oai_dc&set=none&from=2020-01-01"))
                .contains("noRecordsMatch")
                .contains("<request verb=\"ListRecords\"")
                .contains("set=\"none\"")
                .contains("from=\"2020-01-01\"");
    }

    @Test
    void tokensThatOthersMadeAreRefusedAsTheProtocolWants() {
        for (int i = 0; i < 5; i++) {
            samples.publish("Set " + i, 0);
        }
        String real = OaiClient.token(oai.ask("verb=ListRecords&metadataPrefix=oai_dc"));
        String content = real.substring(0, real.indexOf('.'));
        String plain = new String(Base64.getUrlDecoder().decode(content), StandardCharsets.UTF_8);
        String forged = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.replace("oai_dc", "vitrail_rdf").getBytes(StandardCharsets.UTF_8));
        List<String> tokens = new ArrayList<>(List.of(
                "0",
                "MToxMDA6b2FpX2Rj",
                ".",
                "a.b",
                real + "x",
                real.substring(1),
                content,
                content + ".",
                forged + real.substring(real.indexOf('.')),
                plain.replace("\n", "%0A"),
                "%F0%9F%94%AC",
                "9".repeat(500)));
        Random random = new Random(11);
        for (int i = 0; i < 100; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            tokens.add(Base64.getUrlEncoder().encodeToString(bytes).replace("=", "%3D") + ".AAAA");
        }
        for (String token : tokens) {
            assertThat(oai.ask("verb=ListRecords&resumptionToken=" + token))
                    .as(token)
                    .contains("<error code=\"badResumptionToken\">");
        }
    }

    @Test
    void tokensAreBoundToVerbAndRepositoryAndCarryAnExpiry() {
        for (int i = 0; i < 5; i++) {
            samples.publish("Set " + i, 1);
        }
        String page = oai.ask("verb=ListRecords&metadataPrefix=oai_dc");
        String token = OaiClient.token(page);
        assertThat(page).containsPattern("<resumptionToken expirationDate=\"[0-9T:-]+Z\">");
        assertThat(oai.ask("verb=ListIdentifiers&resumptionToken=" + token)).contains("badResumptionToken");
        assertThat(oai.ask("/oai/images", "verb=ListRecords&resumptionToken=" + token))
                .contains("badResumptionToken");
        assertThat(oai.ask("verb=ListRecords&resumptionToken=" + token + "&metadataPrefix=oai_dc"))
                .contains("badArgument");
    }

    @Test
    void controlCharactersInDescriptionsLeaveTheAnswerWellFormed() {
        samples.publish("Bell \\u0007, escape \\u001b, and no character \\uffff", 1);
        for (String prefix : List.of("oai_dc", "oai_datacite", "vitrail_rdf")) {
            for (String path : List.of("/oai", "/oai/images")) {
                assertThat(oai.ask(path, "verb=ListRecords&metadataPrefix=" + prefix))
                        .contains("Bell ");
            }
        }
    }

    /** All within one second, which datestamps cannot part. */
    @Test
    void nothingIsListedTwiceWhenItemsChangeDuringAHarvest() {
        List<Sample> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            all.add(samples.publish("Set " + i, 0));
        }
        String xml = oai.ask("verb=ListRecords&metadataPrefix=oai_dc");
        List<String> seen = new ArrayList<>(OaiClient.identifiers(xml));
        for (String token = OaiClient.token(xml); token != null; token = OaiClient.token(xml)) {
            samples.change(all.getFirst().accession(), List.of(), false);
            samples.publish("New", 0);
            xml = oai.ask("verb=ListRecords&resumptionToken=" + token);
            seen.addAll(OaiClient.identifiers(xml));
        }
        assertThat(seen).doesNotHaveDuplicates().hasSize(12);
    }

    @Test
    void nothingIsLostWhenItemsChangeDuringAHarvest() {
        List<Sample> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            all.add(samples.publish("Set " + i, 0));
        }
        String xml = oai.ask("verb=ListRecords&metadataPrefix=oai_dc");
        String serverStart = xml.replaceAll("(?s).*<responseDate>([^<]+)<.*", "$1");
        Set<String> seen = new LinkedHashSet<>(OaiClient.identifiers(xml));
        for (String token = OaiClient.token(xml); token != null; token = OaiClient.token(xml)) {
            samples.change(all.getFirst().accession(), List.of(), false);
            samples.change(all.getLast().accession(), List.of(), false);
            all.add(samples.publish("New", 0));
            xml = oai.ask("verb=ListRecords&resumptionToken=" + token);
            seen.addAll(OaiClient.identifiers(xml));
            assertThat(seen).hasSizeLessThan(40);
        }
        seen.addAll(oai.harvest("/oai", "ListRecords", "metadataPrefix=oai_dc&from=" + serverStart));
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(Sample::accession).toList());
    }
}
