package org.vitrail.gateway.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrail.gateway.database.Database;
import org.vitrail.gateway.registry.IdentifierDomains;
import org.vitrail.gateway.registry.Repository;
import org.vitrail.harvest.protocol.HarvestedRecord;
import org.vitrail.harvest.report.FailedRecord;
import org.vitrail.harvest.run.Checkpoint;
import org.vitrail.harvest.run.RecordRefused;
import org.vitrail.harvest.run.RecordSink;

/** Takes the records of one harvest: a page and the checkpoint behind it are kept together or not at all. */
final class RecordIntake implements RecordSink {
    private static final int MOST_GATHERED = 200;

    private final Harvest harvest;
    private final Stores stores;
    private final List<HarvestedRecord> gathered = new ArrayList<>();
    private RepositoryCheckpoint checkpoint;

    /**
     * What is being harvested.
     *
     * @param from lower bound of datestamps; null for everything
     */
    record Harvest(String node, Repository repository, Instant from) {
        boolean everything() {
            return from == null;
        }
    }

    /** Where things are kept. */
    record Stores(Database database, RecordStore records, CheckpointStore checkpoints, IdentifierDomains domains) {}

    RecordIntake(Harvest harvest, Stores stores, RepositoryCheckpoint checkpoint) {
        this.harvest = harvest;
        this.stores = stores;
        this.checkpoint = checkpoint;
    }

    @Override
    public void accept(HarvestedRecord harvested) {
        Optional<String> refusal = stores.domains().refusal(harvest.node(), harvested.identifier());
        if (refusal.isPresent()) {
            throw new RecordRefused(refusal.get());
        }
        gathered.add(harvested);
        if (gathered.size() >= MOST_GATHERED) {
            keep();
        }
    }

    @Override
    public List<FailedRecord> endPage(Checkpoint page) {
        RepositoryCheckpoint next = checkpoint.at(page.token().orElse(null), page.serverStart(), harvest.from());
        stores.database().inTransaction(() -> {
            keep();
            stores.checkpoints().save(harvest.node(), harvest.repository(), next);
        });
        checkpoint = next;
        return List.of();
    }

    private void keep() {
        if (!gathered.isEmpty()) {
            stores.records().save(harvest.node(), harvest.repository(), List.copyOf(gathered), harvest.everything());
            gathered.clear();
        }
    }
}
