package org.vitrail.harvest.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrail.harvest.run.StandIn.Reply.bytes;
import static org.vitrail.harvest.run.StandIn.Reply.xml;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrail.harvest.report.HarvestOutcome.Complete;
import org.vitrail.harvest.report.HarvestOutcome.Interrupted;

/** XML as attackers and careless servers send it. */
class HostileXmlTest {

    @Test
    void externalEntityIsNeitherReadNorFollowed(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "the-secret");
        String doctype = "<!DOCTYPE x [<!ENTITY leak SYSTEM \"" + secret.toUri() + "\">]>";
        Trial trial = listing(xml("<?xml version=\"1.0\"?>" + doctype
                + Oai.bare("<ListRecords>" + Oai.record("oai:toy:1", Oai.dc("&leak;")) + "</ListRecords>")));
        assertThat(trial.outcome).isInstanceOf(Interrupted.class);
        assertThat(trial.report().reason()).contains("document type declaration");
        assertThat(trial.taken).isEmpty();
    }

    @Test
    void externalDtdIsNotFetched() {
        try (StandIn other = new StandIn(a -> xml("<!ELEMENT x ANY>"))) {
            Trial trial = listing(xml("<!DOCTYPE OAI-PMH SYSTEM \"" + other.base() + "\">"
                    + Oai.bare("<ListRecords>" + Oai.records(0, 1) + "</ListRecords>")));
            assertThat(trial.outcome).isInstanceOf(Interrupted.class);
            assertThat(other.userAgents()).isEmpty();
        }
    }

    @Test
    void entityExpansionIsRefused() {
        StringBuilder doctype = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"lol\">");
        for (int i = 1; i < 30; i++) {
            doctype.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        Trial trial = listing(
                xml(doctype + "]>" + Oai.bare("<ListRecords>" + Oai.record("oai:toy:1", "&a29;") + "</ListRecords>")));
        assertThat(trial.outcome).isInstanceOf(Interrupted.class);
        assertThat(trial.taken).isEmpty();
    }

    @Test
    void undeclaredEntityIsNotDroppedInSilence() {
        Trial trial = listing(xml(Oai.list(Oai.record("oai:toy:1", Oai.dc("a&nbsp;b")), "")));
        assertThat(trial.outcome).isInstanceOf(Interrupted.class);
        assertThat(trial.report().reason()).contains("nbsp");
    }

    @Test
    void manyPredefinedEntitiesAreNoAttack() {
        Trial trial = listing(xml(Oai.list(Oai.record("oai:toy:1", Oai.dc("&amp;&lt;&#233;".repeat(100_000))), "")));
        assertThat(trial.outcome).isInstanceOf(Complete.class);
        assertThat(trial.taken.getFirst().metadataXml()).contains("&amp;&lt;é&amp;");
    }

    @Test
    void forbiddenControlCharactersAreReplacedAndCounted() {
        Trial trial = listing(xml(
                Oai.list(Oai.record("oai:toy:1", Oai.dc("a\u0001b\u000Bc&#x1;d&#0;e&#xFFFE;f\uFFFFg&#x1F52C;")), "")));
        assertThat(trial.outcome).isInstanceOf(Complete.class);
        assertThat(trial.taken.getFirst().metadataXml()).contains("a�b�c�d�e�f�g🔬");
        assertThat(trial.report().warnings()).anyMatch(w -> w.contains("U+FFFD") && w.contains("(6 times)"));
    }

    @Test
    void bytesThatAreNoUtf8AreReplaced() {
        byte[] page = Oai.list(Oai.record("oai:toy:1", Oai.dc("caf#")), "").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < page.length; i++) {
            page[i] = page[i] == '#' ? (byte) 0xE9 : page[i];
        }
        Trial trial = listing(bytes(page));
        assertThat(trial.taken.getFirst().metadataXml()).contains("caf�");
        assertThat(trial.report().warnings()).hasSize(1);
    }

    @Test
    void missingXmlDeclarationAndBlanksBeforeItAreTaken() {
        String list = "<ListRecords>" + Oai.records(0, 1) + "</ListRecords>";
        assertThat(listing(xml(Oai.bare(list))).identifiers()).hasSize(1);
        assertThat(listing(xml("\n\n  " + Oai.page(list))).identifiers()).hasSize(1);
        assertThat(listing(xml("\uFEFF" + Oai.page(list))).identifiers()).hasSize(1);
        assertThat(listing(xml("\uFEFF\n" + Oai.bare(list))).identifiers()).hasSize(1);
    }

    @Test
    void declaredAndAnnouncedCharsetsAreUsed() {
        String list = Oai.bare("<ListRecords>" + Oai.record("oai:toy:1", Oai.dc("café")) + "</ListRecords>");
        byte[] declared = ("<?xml version='1.0' encoding='ISO-8859-1'?>" + list).getBytes(StandardCharsets.ISO_8859_1);
        byte[] wide = ("<?xml version='1.0' encoding='UTF-16'?>" + list).getBytes(StandardCharsets.UTF_16);
        byte[] lying = ("<?xml version='1.0' encoding='UTF-16'?>" + list).getBytes(StandardCharsets.UTF_8);
        byte[] bare = list.getBytes(StandardCharsets.ISO_8859_1);
        for (StandIn.Reply reply : new StandIn.Reply[] {
            bytes(declared), bytes(wide), bytes(lying), bytes(bare).with("Content-Type", "text/xml; charset=iso-8859-1")
        }) {
            assertThat(listing(reply).taken.getFirst().metadataXml()).contains("café");
        }
    }

    @Test
    void oversizedRecordFailsAloneAndTheNextArrives() {
        HarvestLimits.Sizes small = new HarvestLimits.Sizes(64 << 20, 10_000, 100, 5, 10);
        String big = Oai.record("oai:toy:big", Oai.dc("x".repeat(5_000_000)));
        String wide = Oai.record("oai:toy:wide", "<a " + attributes(150) + "/>");
        StandIn.Reply reply = xml(Oai.list(Oai.records(0, 1) + big + wide + Oai.records(1, 2), ""));
        Trial trial = listing(reply, r -> r.withLimits(Trial.quick().withSizes(small)));
        assertThat(trial.outcome).isInstanceOf(Complete.class);
        assertThat(trial.identifiers()).containsExactly("oai:toy:0", "oai:toy:1");
        assertThat(trial.report().failed())
                .extracting(f -> f.identifier())
                .containsExactly("oai:toy:big", "oai:toy:wide");
        assertThat(trial.report().failed().getFirst().reason()).contains("longer than 10000 characters");
    }

    private static String attributes(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(" a").append(i).append("='").append("y".repeat(100)).append('\'');
        }
        return text.toString();
    }

    @Test
    void deeplyNestedRecordFailsAlone() {
        String deep = Oai.record("oai:toy:deep", "<a>".repeat(5_000) + "</a>".repeat(5_000));
        Trial trial = listing(xml(Oai.list(deep + Oai.records(0, 1), "")));
        assertThat(trial.report().failed()).hasSize(1);
        assertThat(trial.identifiers()).containsExactly("oai:toy:0");
    }

    @Test
    void endlessTagEndsThePage() {
        Trial trial = listing(xml("<OAI-PMH a='" + "x".repeat(6 << 20) + "'/>"));
        assertThat(trial.outcome).isInstanceOf(Interrupted.class);
        assertThat(trial.report().reason()).contains("one tag");
    }

    @Test
    void recordsWithoutIdentifierDateOrMetadataAreNamedWithTheReason() {
        String nameless = "<record><header><datestamp>" + Oai.DATE + "</datestamp></header><metadata>" + Oai.dc("x")
                + "</metadata></record>";
        String undated = Oai.record("oai:toy:undated", Oai.dc("x")).replace(Oai.DATE, "yesterday");
        String bare = "<record>" + Oai.header("oai:toy:bare", "") + "</record>";
        String empty = Oai.record("oai:toy:empty", "");
        String two = Oai.record("oai:toy:two", "<a/><b/>");
        Trial trial = listing(xml(Oai.list(nameless + undated + bare + empty + two + Oai.records(0, 1), "")));
        assertThat(trial.outcome).isInstanceOf(Complete.class);
        assertThat(trial.identifiers()).containsExactly("oai:toy:0");
        assertThat(trial.report().failed().toString())
                .contains("record 1 of its page", "no identifier", "oai:toy:undated", "yesterday")
                .contains("oai:toy:bare", "no metadata", "oai:toy:empty", "oai:toy:two", "more than one root");
    }

    private static Trial listing(StandIn.Reply reply) {
        return listing(reply, r -> r);
    }

    private static Trial listing(StandIn.Reply reply, java.util.function.UnaryOperator<HarvestRequest> refined) {
        try (StandIn server = new StandIn(a -> "Identify".equals(a.get("verb")) ? Oai.wellBehaved(a, 0, 1) : reply)) {
            return Trial.of(server, refined);
        }
    }
}
