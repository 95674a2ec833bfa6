package org.vitrail.gateway.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrail.gateway.database.Database;
import org.vitrail.gateway.database.Row;
import org.vitrail.gateway.registry.Repository;
import org.vitrail.harvest.protocol.HarvestedRecord;
import org.vitrail.harvest.report.FailedRecord;

/** Every record as it came: what the index is made of, and made again from. */
@ApplicationScoped
public class RecordStore {
    private static final String COLUMNS = "identifier, node, repository, deleted, payload, version";
    /** Whether what came differs from what is there; the same bytes are not indexed twice. */
    private static final String CHANGED =
            "(r.node, r.repository, r.deleted, r.payload) is distinct from (excluded.node, excluded.repository, excluded.deleted, excluded.payload)";

    private static final String SAVE = """
            insert into harvested_record as r
                (identifier, node, repository, datestamp, deleted, payload, version, seen, indexed)
            values (?, ?, ?, ?, ?, ?, ?, ?, false)
            on conflict (identifier) do update set
                node = excluded.node, repository = excluded.repository, datestamp = excluded.datestamp,
                deleted = excluded.deleted, payload = excluded.payload, seen = excluded.seen,
                version = case when %1$s then greatest(r.version + 1, excluded.version) else r.version end,
                indexed = r.indexed and not (%1$s),
                failure = case when %1$s then null else r.failure end
            where ? or excluded.datestamp >= r.datestamp or excluded.node <> r.node
            """.formatted(CHANGED);

    private final Database database;
    private final Clock clock;

    RecordStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Keeps what a page brought; the same record again changes nothing.
     *
     * @param everything whether the whole repository is being read, so that even an older datestamp is the node's last word
     */
    void save(String node, Repository repository, List<HarvestedRecord> records, boolean everything) {
        Instant now = clock.instant();
        long version = ChronoUnit.MICROS.between(Instant.EPOCH, now);
        database.updateAll(
                SAVE,
                records.stream()
                        .map(r -> new Object[] {
                            r.identifier(),
                            node,
                            repository.word(),
                            r.datestamp(),
                            r.deleted(),
                            Payload.compress(r.metadataXml()),
                            version,
                            now,
                            everything
                        })
                        .toList());
    }

    /** What a complete reading of the repository did not list any more is gone; tells how many. */
    int deleteUnseen(String node, Repository repository, Instant since) {
        return database.update("""
                update harvested_record set deleted = true, payload = null, version = version + 1, indexed = false, failure = null
                where node = ? and repository = ? and not deleted and seen < ?
                """, node, repository.word(), since);
    }

    /** Records that the index does not show as they are, in the order of their identifiers. */
    List<StoredRecord> listWaiting(String node, String after, int limit) {
        return database.list(
                "select " + COLUMNS
                        + " from harvested_record where node = ? and not indexed and identifier > ? order by identifier limit ?",
                RecordStore::read,
                node,
                after,
                limit);
    }

    /** All records that an index of the repository shows, in the order of their identifiers. */
    List<StoredRecord> listShown(Repository repository, String after, int limit) {
        return database.list(
                "select " + COLUMNS + " from harvested_record where repository = ? and not deleted and identifier > ?"
                        + " and node in (select name from node where configured) order by identifier limit ?",
                RecordStore::read,
                repository.word(),
                after,
                limit);
    }

    /** Notes that the index shows these versions, or why it cannot. */
    void markIndexed(List<StoredRecord> records, Map<String, String> failures) {
        database.updateAll(
                "update harvested_record set indexed = true, failure = ? where identifier = ? and version = ?",
                records.stream()
                        .map(r -> new Object[] {failures.get(r.identifier()), r.identifier(), r.version()})
                        .toList());
    }

    /** Notes why records cannot be shown; whether they wait stays as it is. */
    void noteFailures(List<StoredRecord> records, Map<String, String> failures) {
        database.updateAll(
                "update harvested_record set failure = ? where identifier = ? and version = ? and failure is distinct from ?",
                records.stream()
                        .map(r -> new Object[] {
                            failures.get(r.identifier()), r.identifier(), r.version(), failures.get(r.identifier())
                        })
                        .toList());
    }

    /** Nodes with records that wait for the index but that are no longer harvested. */
    List<String> listRetiredNodesWithWaiting() {
        return database.list(
                "select name from node n where not configured and exists"
                        + " (select 1 from harvested_record r where r.node = n.name and not r.indexed)",
                row -> row.text("name"));
    }

    /** A record that its node shows. */
    public Optional<StoredRecord> findShown(String identifier) {
        return database.find(
                "select " + COLUMNS + " from harvested_record where identifier = ? and not deleted and failure is null",
                RecordStore::read,
                identifier);
    }

    /** Whether a record of this identifier was here and its node has deleted it. */
    public boolean wasDeleted(String identifier) {
        return database.find(
                        "select deleted from harvested_record where identifier = ?",
                        row -> row.flag("deleted"),
                        identifier)
                .orElse(false);
    }

    /** How much a node has here. */
    RecordCounts count(String node) {
        return database.find(
                        """
                        select count(*) filter (where repository = 'datasets' and not deleted and failure is null) as datasets,
                               count(*) filter (where repository = 'images' and not deleted and failure is null) as images,
                               count(*) filter (where not indexed) as waiting, count(failure) as failed
                        from harvested_record where node = ?
                        """,
                        row -> new RecordCounts(
                                row.longInteger("datasets"),
                                row.longInteger("images"),
                                row.longInteger("waiting"),
                                row.longInteger("failed")),
                        node)
                .orElseThrow();
    }

    /** Records of a node that cannot be shown, and why. */
    List<FailedRecord> listFailures(String node, int limit) {
        return database.list(
                "select identifier, failure from harvested_record where node = ? and failure is not null order by identifier limit ?",
                row -> new FailedRecord(row.text("identifier"), row.text("failure")),
                node,
                limit);
    }

    private static StoredRecord read(Row row) throws SQLException {
        return new StoredRecord(
                row.text("identifier"),
                row.text("node"),
                Repository.ofWord(row.text("repository")),
                row.flag("deleted"),
                Payload.expand(row.bytes("payload")),
                row.longInteger("version"));
    }
}
