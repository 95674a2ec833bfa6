package org.vitrail.harvest.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrail.harvest.run.ServerFaultsTest.failingOnce;
import static org.vitrail.harvest.run.StandIn.Reply.bytes;
import static org.vitrail.harvest.run.StandIn.Reply.xml;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.vitrail.harvest.report.HarvestOutcome.Complete;
import org.vitrail.harvest.report.HarvestOutcome.Interrupted;

/** Bodies that are packed, cut off or something else altogether. */
class BodyFaultsTest {

    @Test
    void htmlErrorPageWithStatus200IsAskedAgain() {
        try (StandIn server = failingOnce(xml("<!DOCTYPE html><html><body><p>Database error<br></body></html>"))) {
            Trial trial = Trial.of(server);
            assertThat(trial.outcome).isInstanceOf(Complete.class);
            assertThat(trial.report().retries()).isEqualTo(1);
        }
    }

    @Test
    void htmlForEverInterruptsTheRunWithAReason() {
        try (StandIn server = new StandIn(a -> xml("<html><body>Sorry</body></html>"))) {
            Trial trial = Trial.of(server);
            assertThat(trial.outcome).isInstanceOf(Interrupted.class);
            assertThat(trial.report().reason()).contains("<html>, not OAI-PMH");
        }
    }

    @Test
    void gzipIsUnpackedAnnouncedOrNot() throws Exception {
        byte[] packed = gzip(xml(Oai.list(Oai.records(0, 50), "")).body());
        for (StandIn.Reply reply :
                new StandIn.Reply[] {bytes(packed), bytes(packed).with("Content-Encoding", "gzip"), bytes(gzip(packed))
                }) {
            assertThat(listing(reply).identifiers()).hasSize(50);
        }
    }

    @Test
    void announcedGzipThatIsNoneIsReadAsItIs() {
        StandIn.Reply plain = xml(Oai.list(Oai.records(0, 5), "")).with("Content-Encoding", "gzip");
        assertThat(listing(plain).identifiers()).hasSize(5);
    }

    @Test
    void gzipBombEndsAtTheLimitOfBytes() throws Exception {
        byte[] bomb = gzip(("<?xml version=\"1.0\"?><OAI-PMH><x>" + " ".repeat(80 << 20)).getBytes());
        Trial trial = listing(bytes(bomb));
        assertThat(trial.outcome).isInstanceOf(Interrupted.class);
        assertThat(trial.report().reason()).contains("longer than 67108864 bytes");
        assertThat(trial.report().retries()).isZero();
    }

    @Test
    void truncatedBodyIsAskedAgainAndItsRecordsCountOnce() {
        byte[] whole = xml(Oai.list(Oai.records(0, 2), Oai.token("t2"))).body();
        byte[] half = Arrays.copyOf(whole, whole.length - 150);
        for (StandIn.Reply cut : new StandIn.Reply[] {bytes(half), bytes(half).announcing(whole.length)}) {
            try (StandIn server = failingOnce(cut)) {
                Trial trial = Trial.of(server);
                assertThat(trial.outcome).isInstanceOf(Complete.class);
                assertThat(trial.report().records()).isEqualTo(6);
                assertThat(trial.report().retries()).isEqualTo(1);
            }
        }
    }

    @Test
    void pageThatIsNeverWellFormedInterruptsTheRunBehindItsGoodRecords() {
        try (StandIn server = new StandIn(a -> "t2".equals(a.get("resumptionToken"))
                ? xml(Oai.list(Oai.records(2, 3) + "<record><oops", ""))
                : Oai.wellBehaved(a, 6, 2))) {
            Trial trial = Trial.of(server);
            assertThat(trial.outcome).isInstanceOf(Interrupted.class);
            assertThat(trial.report().resumptionToken()).contains("t2");
            assertThat(trial.identifiers()).contains("oai:toy:2");
            assertThat(trial.report().records()).isEqualTo(3);
        }
    }

    private static Trial listing(StandIn.Reply reply) {
        try (StandIn server = new StandIn(a -> "Identify".equals(a.get("verb")) ? Oai.wellBehaved(a, 0, 1) : reply)) {
            return Trial.of(server);
        }
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }
}
