package org.vitrail.harvest.run;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.vitrail.harvest.protocol.HarvestedRecord;
import org.vitrail.harvest.report.HarvestOutcome;
import org.vitrail.harvest.report.HarvestReport;

/** A harvest that remembers what came and how long it would have waited, without waiting. */
final class Trial {

    final List<HarvestedRecord> taken = new ArrayList<>();
    final List<Duration> pauses = new ArrayList<>();
    final List<Checkpoint> checkpoints = new ArrayList<>();
    HarvestOutcome outcome;

    static Trial of(StandIn server) {
        return of(server, request -> request);
    }

    static Trial of(StandIn server, UnaryOperator<HarvestRequest> refined) {
        Trial trial = new Trial();
        trial.run(server.base(), refined, trial.remembering());
        return trial;
    }

    Trial run(URI base, UnaryOperator<HarvestRequest> refined, RecordSink sink) {
        HarvestRequest request = HarvestRequest.of(base, "oai_dc").withLimits(quick());
        outcome = new Harvester("Vitrail-test", Clock.systemUTC(), pauses::add).harvest(refined.apply(request), sink);
        return this;
    }

    static HarvestLimits quick() {
        HarvestLimits usual = HarvestLimits.defaults();
        return usual.withTimes(new HarvestLimits.Times(
                Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofHours(1)));
    }

    RecordSink remembering() {
        return new RecordSink() {
            @Override
            public void accept(HarvestedRecord harvested) {
                taken.add(harvested);
            }

            @Override
            public List<org.vitrail.harvest.report.FailedRecord> endPage(Checkpoint checkpoint) {
                checkpoints.add(checkpoint);
                return List.of();
            }
        };
    }

    HarvestReport report() {
        return outcome.report();
    }

    List<String> identifiers() {
        return taken.stream().map(HarvestedRecord::identifier).toList();
    }
}
