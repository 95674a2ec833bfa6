package org.vitrail.harvest.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrail.harvest.run.StandIn.Reply.xml;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.vitrail.harvest.protocol.Granularity;
import org.vitrail.harvest.report.HarvestOutcome.Complete;
import org.vitrail.harvest.report.HarvestOutcome.Refused;

/** Granularity and datestamps, OAI-PMH 2.0 §3.3. */
class DatesTest {

    private static final UnaryOperator<HarvestRequest> DATED =
            r -> r.withFrom(Instant.parse("2026-11-20T23:59:59Z")).withUntil(Instant.parse("2026-11-21T10:00:00Z"));

    @Test
    void repositoryThatCountsInDaysIsAskedByDays() {
        for (String granularity : new String[] {"YYYY-MM-DD", "", "nonsense"}) {
            try (StandIn server = new StandIn(a ->
                    "Identify".equals(a.get("verb")) ? xml(Oai.identify(granularity)) : Oai.wellBehaved(a, 1, 1))) {
                Trial.of(server, DATED);
                assertThat(server.listRequests().getFirst())
                        .containsEntry("from", "2026-11-20")
                        .containsEntry("until", "2026-11-21");
            }
        }
    }

    @Test
    void repositoryThatPromisesSecondsAndRefusesThemIsAskedByDays() {
        try (StandIn server = new StandIn(a ->
                a.getOrDefault("from", "").length() > 10 ? xml(Oai.error("badArgument")) : Oai.wellBehaved(a, 3, 5))) {
            Trial trial = Trial.of(server, DATED);
            assertThat(trial.outcome).isInstanceOf(Complete.class);
            assertThat(trial.report().warnings()).anyMatch(w -> w.contains("by days"));
        }
    }

    @Test
    void repositoryThatRefusesDaysTooRefuses() {
        try (StandIn server =
                new StandIn(a -> a.containsKey("from") ? xml(Oai.error("badArgument")) : Oai.wellBehaved(a, 3, 5))) {
            assertThat(Trial.of(server, DATED).outcome).isInstanceOf(Refused.class);
            assertThat(server.listRequests()).hasSize(2);
        }
    }

    @Test
    void serverStartIsTheRepositorysClockHoweverWrong() {
        try (StandIn server = new StandIn(a -> xml(
                new String(Oai.wellBehaved(a, 1, 1).body()).replace("2026-11-22T10:00:00Z", "2031-01-01T00:00:00Z")))) {
            assertThat(Trial.of(server).report().serverStart()).isEqualTo("2031-01-01T00:00:00Z");
        }
    }

    @Test
    void missingResponseDateLeavesServerStartUnknown() {
        try (StandIn server = new StandIn(a ->
                xml(new String(Oai.wellBehaved(a, 1, 1).body()).replaceAll("<responseDate>.*?</responseDate>", "")))) {
            Trial trial = Trial.of(server);
            assertThat(trial.outcome).isInstanceOf(Complete.class);
            assertThat(trial.report().serverStart()).isNull();
        }
    }

    @Test
    void datestampsAreReadAsTheWorldWritesThem() {
        Instant ten = Instant.parse("2026-11-20T10:00:00Z");
        for (String text : new String[] {
            "2026-11-20T10:00:00Z",
            " 2026-11-20T10:00:00.000Z\n",
            "2026-11-20 10:00:00",
            "2026-11-20T11:00:00+01:00",
            "2026-11-20T11:00:00+0100",
            "2026-11-20T10:00Z"
        }) {
            assertThat(Granularity.parse(text)).as(text).contains(ten);
        }
        assertThat(Granularity.parse("2026-11-20")).contains(Instant.parse("2026-11-20T00:00:00Z"));
        for (String text : new String[] {"", "2026", "20/11/2026", "2026-13-01", "yesterday"}) {
            assertThat(Granularity.parse(text)).as(text).isEmpty();
        }
    }
}
