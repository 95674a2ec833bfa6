package org.vitrail.gateway.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.vitrail.gateway.database.Database;
import org.vitrail.gateway.registry.IdentifierDomains;
import org.vitrail.gateway.registry.RegisteredNode;
import org.vitrail.gateway.registry.Repository;
import org.vitrail.harvest.report.Ending;
import org.vitrail.harvest.report.HarvestReport;
import org.vitrail.harvest.run.HarvestLimits;
import org.vitrail.harvest.run.HarvestRequest;
import org.vitrail.harvest.run.Harvester;

/** Harvests one repository of a node, from where the last harvest ended or stopped. */
@ApplicationScoped
class RepositoryHarvest {
    private static final String PREFIX = "vitrail_rdf";
    private static final int MOST_RETRIES = 100;
    private static final int RECORD_CHARACTERS = 1 << 20;
    private static final int FAILURES_KEPT = 200;

    private final RecordIntake.Stores stores;
    private final HarvestConfig config;
    private final Clock clock;
    private final Harvester harvester;

    RepositoryHarvest(
            Database database,
            RecordStore records,
            CheckpointStore checkpoints,
            IdentifierDomains domains,
            HarvestConfig config,
            Clock clock) {
        this.stores = new RecordIntake.Stores(database, records, checkpoints, domains);
        this.config = config;
        this.clock = clock;
        this.harvester = Harvester.withContact(config.contact());
    }

    /** Reads what changed; faults of the node are in the report, none is thrown. */
    HarvestReport run(RegisteredNode node, Repository repository) {
        RepositoryCheckpoint last = stores.checkpoints().get(node.name(), repository);
        Instant from = last.from(config.overlap()).orElse(null);
        RepositoryCheckpoint begun = last.begun(from == null, clock.instant());
        stores.checkpoints().save(node.name(), repository, begun);
        RecordIntake intake = new RecordIntake(new RecordIntake.Harvest(node.name(), repository, from), stores, begun);
        HarvestReport report =
                harvester.harvest(request(node, repository, last, from), intake).report();
        settle(node.name(), repository, begun, from, report);
        return report;
    }

    private HarvestRequest request(
            RegisteredNode node, Repository repository, RepositoryCheckpoint last, Instant from) {
        HarvestRequest request =
                HarvestRequest.of(node.oaiOf(repository), PREFIX).withLimits(limits());
        if (from != null) {
            request = request.withFrom(from);
        }
        return last.isResumable() ? request.resuming(last.token(), last.tokenStart()) : request;
    }

    private HarvestLimits limits() {
        HarvestLimits defaults = HarvestLimits.defaults();
        HarvestLimits.Sizes sizes = defaults.sizes();
        return defaults.withRetries(new HarvestLimits.Retries(
                        config.retries(), MOST_RETRIES, config.firstPause(), Duration.ofMinutes(1)))
                .withSizes(new HarvestLimits.Sizes(
                        sizes.pageBytes(), RECORD_CHARACTERS, sizes.pages(), sizes.emptyPages(), FAILURES_KEPT));
    }

    /** Records that failed may be there all the same, so only a harvest without failures tells what is gone. */
    private void settle(
            String node, Repository repository, RepositoryCheckpoint begun, Instant from, HarvestReport report) {
        if (report.outcome() == Ending.COMPLETE) {
            if (from == null && report.failedTotal() == 0) {
                stores.records().deleteUnseen(node, repository, begun.sweepStart());
            }
            stores.checkpoints().save(node, repository, begun.completed(report.serverStart()));
        } else {
            String token = report.resumptionToken().orElse(null);
            stores.checkpoints().save(node, repository, begun.at(token, report.serverStart(), from));
        }
    }
}
