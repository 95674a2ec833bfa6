package org.vitrail.harvest.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrail.harvest.run.StandIn.Reply.xml;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrail.harvest.protocol.HarvestedRecord;
import org.vitrail.harvest.report.FailedRecord;
import org.vitrail.harvest.report.HarvestOutcome.Complete;
import org.vitrail.harvest.report.HarvestOutcome.Interrupted;
import org.vitrail.harvest.report.HarvestOutcome.Refused;

class ListRecordsTest {

    @Test
    void everyRecordOfEveryPageArrivesOnce() {
        try (StandIn server = new StandIn(a -> Oai.wellBehaved(a, 25, 10))) {
            Trial trial = Trial.of(server);
            assertThat(trial.outcome).isInstanceOf(Complete.class);
            assertThat(trial.identifiers()).hasSize(25).doesNotHaveDuplicates();
            assertThat(trial.report().records()).isEqualTo(25);
            assertThat(trial.report().pages()).isEqualTo(3);
            assertThat(trial.report().retries()).isZero();
            assertThat(trial.report().resumeFrom()).isNull();
            assertThat(trial.report().serverStart()).isEqualTo("2026-11-22T10:00:00Z");
            assertThat(server.userAgents()).containsOnly("Vitrail-test");
        }
    }

    @Test
    void recordCarriesHeaderAndMetadata() {
        try (StandIn server = new StandIn(a -> Oai.wellBehaved(a, 1, 10))) {
            HarvestedRecord first = Trial.of(server).taken.getFirst();
            assertThat(first.datestamp()).isEqualTo(Oai.DATE);
            assertThat(first.sets()).containsExactly("cells");
            assertThat(first.deleted()).isFalse();
            assertThat(first.metadataXml()).contains("<dc:title>Record 0</dc:title>");
        }
    }

    @Test
    void deletedRecordsAreDeliveredWithoutMetadata() {
        String withLeftovers = "<record>" + Oai.header("oai:toy:b", " status=\"deleted\"") + "<metadata>"
                + Oai.dc("old") + "</metadata></record>";
        try (StandIn server = scripted(Oai.list(Oai.deleted("oai:toy:a") + withLeftovers + Oai.records(0, 1), ""))) {
            Trial trial = Trial.of(server);
            assertThat(trial.taken).extracting(HarvestedRecord::deleted).containsExactly(true, true, false);
            assertThat(trial.taken.get(1).metadataXml()).isNull();
            assertThat(trial.report().records()).isEqualTo(3);
            assertThat(trial.report().deleted()).isEqualTo(2);
        }
    }

    @Test
    void setAndDatesAreAsked() {
        try (StandIn server = new StandIn(a -> Oai.wellBehaved(a, 12, 10))) {
            Trial.of(
                    server,
                    r -> r.withSet("organism:NCBITaxon_10090")
                            .since(Instant.parse("2026-11-20T10:00:30Z"), Duration.ofSeconds(30))
                            .withUntil(Instant.parse("2026-11-21T00:00:00Z")));
            assertThat(server.listRequests().getFirst())
                    .containsEntry("set", "organism:NCBITaxon_10090")
                    .containsEntry("from", "2026-11-20T10:00:00Z")
                    .containsEntry("until", "2026-11-21T00:00:00Z");
            assertThat(server.listRequests().get(1)).containsOnlyKeys("verb", "resumptionToken");
        }
    }

    @Test
    void noRecordsMatchIsAnEmptyCompleteHarvest() {
        try (StandIn server = scripted(Oai.error("noRecordsMatch"))) {
            Trial trial = Trial.of(server);
            assertThat(trial.outcome).isInstanceOf(Complete.class);
            assertThat(trial.report().records()).isZero();
        }
    }

    @Test
    void otherErrorsAreRefusalsWithTheirCode() {
        for (String code : List.of("cannotDisseminateFormat", "noSetHierarchy", "badArgument", "badVerb")) {
            try (StandIn server = scripted(Oai.error(code))) {
                Trial trial = Trial.of(server);
                assertThat(trial.outcome).isInstanceOf(Refused.class);
                assertThat(trial.report().code()).isEqualTo(code);
            }
        }
    }

    @Test
    void recordThatTheSinkRefusesIsNamedAndTheRunGoesOn() {
        try (StandIn server = new StandIn(a -> Oai.wellBehaved(a, 5, 2))) {
            Trial trial = new Trial().run(server.base(), r -> r, harvested -> {
                if (harvested.identifier().endsWith(":3")) {
                    throw new RecordRefused("no title");
                }
            });
            assertThat(trial.outcome).isInstanceOf(Complete.class);
            assertThat(trial.report().records()).isEqualTo(4);
            assertThat(trial.report().failed()).containsExactly(new FailedRecord("oai:toy:3", "no title"));
        }
    }

    @Test
    void recordThatFailsAtThePagesEndIsNotCountedAsTaken() {
        try (StandIn server = new StandIn(a -> Oai.wellBehaved(a, 5, 5))) {
            Trial trial = new Trial().run(server.base(), r -> r, new RecordSink() {
                @Override
                public void accept(HarvestedRecord harvested) {}

                @Override
                public List<FailedRecord> endPage(Checkpoint checkpoint) {
                    return List.of(new FailedRecord("oai:toy:4", "the index refused it"));
                }
            });
            assertThat(trial.report().records()).isEqualTo(4);
            assertThat(trial.report().failedTotal()).isEqualTo(1);
        }
    }

    @Test
    void sinkThatBreaksInterruptsTheRunAtItsPage() {
        try (StandIn server = new StandIn(a -> Oai.wellBehaved(a, 6, 2))) {
            Trial trial = new Trial().run(server.base(), r -> r, harvested -> {
                if (harvested.identifier().endsWith(":3")) {
                    throw new IllegalStateException("engine is down");
                }
            });
            assertThat(trial.outcome).isInstanceOf(Interrupted.class);
            assertThat(trial.report().reason()).contains("engine is down");
            assertThat(trial.report().resumptionToken()).contains("t2");
        }
    }

    @Test
    void baseThatIsNoUrlOfTheWebIsRefusedAtOnce() {
        assertThatThrownBy(() -> new Trial().run(URI.create("file:///etc/passwd"), r -> r, x -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("base URL");
    }

    private static StandIn scripted(String list) {
        return new StandIn(a -> "Identify".equals(a.get("verb")) ? Oai.wellBehaved(a, 0, 1) : xml(list));
    }
}
