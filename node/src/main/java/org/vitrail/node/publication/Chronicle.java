package org.vitrail.node.publication;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vitrail.node.database.Database;
import org.vitrail.node.database.JsonColumns;
import org.vitrail.node.jobs.JobQueue;
import org.vitrail.node.publication.DatasetStore.StoredDataset;
import org.vitrail.store.ObjectStore;

/**
 * The history of data sets: a row in the transaction of the event, then, by a job that is repeated until done, the objects
 * history/{seq}.json and catalog/{accession}.json, from which a node is restored.
 */
@ApplicationScoped
class Chronicle {
    private final Database database;
    private final DatasetStore datasets;
    private final JsonColumns json;
    private final ObjectStore store;
    private final JobQueue queue;
    private final Clock clock;

    Chronicle(
            Database database,
            DatasetStore datasets,
            JsonColumns json,
            ObjectStore store,
            JobQueue queue,
            Clock clock) {
        this.database = database;
        this.datasets = datasets;
        this.json = json;
        this.store = store;
        this.queue = queue;
        this.clock = clock;
    }

    private record Entry(
            int seq,
            String event,
            Instant happenedAt,
            @JsonRawValue String detail) {}

    private record CatalogVersion(
            int version,
            String doi,
            boolean doiRegistered,
            String depositId,
            int metadataRevision,
            Instant publishedAt,
            Instant modifiedAt) {}

    private record CatalogEntry(StoredDataset dataset, List<CatalogVersion> versions, int history) {}

    /** Notes an event; the data set's row must be locked. */
    void note(String accession, String event, Map<String, Object> detail) {
        int seq = database.find(
                        "select coalesce(max(seq), 0) + 1 as next from history where accession = ?",
                        row -> row.integer("next"),
                        accession)
                .orElseThrow();
        database.update(
                "insert into history (accession, seq, event, detail, happened_at) values (?, ?, ?, ?::jsonb, ?)",
                accession,
                seq,
                event,
                json.write(detail),
                clock.instant());
        queue.enqueue(ChronicleJob.NAME, accession + "-" + seq, accession);
    }

    /** Writes history and catalog of a data set as the database has them; older jobs cannot overwrite newer ones. */
    void write(String accession) {
        database.inTransaction(() -> {
            StoredDataset dataset = datasets.findLocked(accession).orElseThrow();
            List<Entry> entries = database.list(
                    "select seq, event, happened_at, detail from history where accession = ? order by seq",
                    row -> new Entry(
                            row.integer("seq"), row.text("event"), row.instant("happened_at"), row.text("detail")),
                    accession);
            entries.forEach(entry -> put(accession + "/history/" + entry.seq() + ".json", entry));
            put("catalog/" + accession + ".json", new CatalogEntry(dataset, versions(accession), entries.size()));
        });
    }

    private List<CatalogVersion> versions(String accession) {
        return database.list(
                "select * from version where accession = ? order by version",
                row -> new CatalogVersion(
                        row.integer("version"),
                        row.text("doi"),
                        row.flag("doi_registered"),
                        row.text("deposit_id"),
                        row.integer("metadata_revision"),
                        row.instant("published_at"),
                        row.instant("modified_at")),
                accession);
    }

    private void put(String key, Object value) {
        store.put(key, json.write(value).getBytes(StandardCharsets.UTF_8), "application/json");
    }
}
