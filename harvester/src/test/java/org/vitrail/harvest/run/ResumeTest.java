package org.vitrail.harvest.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrail.harvest.run.StandIn.Reply.xml;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.vitrail.harvest.report.HarvestOutcome.Complete;
import org.vitrail.harvest.report.HarvestOutcome.Interrupted;

/** Going on where an earlier run stopped, so that nobody starts again from zero. */
class ResumeTest {

    @Test
    void resumedHarvestGoesOnAtItsTokenAndSeesEveryRecord() {
        AtomicBoolean broken = new AtomicBoolean(true);
        try (StandIn server = new StandIn(a -> broken.get() && "t6".equals(a.get("resumptionToken"))
                ? StandIn.Reply.status(500)
                : Oai.wellBehaved(a, 20, 3))) {
            Trial first = Trial.of(server);
            assertThat(first.outcome).isInstanceOf(Interrupted.class);
            broken.set(false);
            String token = first.report().resumptionToken().orElseThrow();
            Trial second = Trial.of(server, r -> r.resuming(token, Instant.parse("2026-11-22T09:00:00Z")));
            assertThat(second.outcome).isInstanceOf(Complete.class);
            assertThat(second.report().serverStart()).isEqualTo("2026-11-22T09:00:00Z");
            Set<String> seen = new HashSet<>(first.identifiers());
            seen.addAll(second.identifiers());
            assertThat(seen).hasSize(20);
            assertThat(second.identifiers()).hasSize(14);
        }
    }

    @Test
    void resumedHarvestWhoseTokenHasExpiredReadsTheWholeList() {
        try (StandIn server = new StandIn(a -> "dead".equals(a.get("resumptionToken"))
                ? xml(Oai.error("badResumptionToken"))
                : Oai.wellBehaved(a, 5, 3))) {
            Trial trial = Trial.of(server, r -> r.resuming("dead", null));
            assertThat(trial.outcome).isInstanceOf(Complete.class);
            assertThat(trial.identifiers()).hasSize(5);
        }
    }

    @Test
    void checkpointOfEachPageIsWhereAKilledRunGoesOn() {
        try (StandIn server = new StandIn(a -> Oai.wellBehaved(a, 5, 2))) {
            Trial trial = Trial.of(server);
            assertThat(trial.checkpoints)
                    .extracting(c -> c.token().orElse("end"))
                    .containsExactly("t2", "t4", "end");
            assertThat(trial.checkpoints).extracting(Checkpoint::records).containsExactly(2L, 4L, 5L);
        }
    }
}
