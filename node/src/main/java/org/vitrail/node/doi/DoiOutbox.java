package org.vitrail.node.doi;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.vitrail.node.database.Database;
import org.vitrail.node.database.Row;

/**
 * What DataCite has yet to be told; written in the transaction that makes it true.
 *
 * <p>A row says that something changed, not what: what is told is read when it is sent. So of several rows of one DOI only the
 * newest is sent, and settles the ones before it. Demonstration identifiers are settled untold.
 */
@ApplicationScoped
public class DoiOutbox {
    private static final String WAITING = " from doi_outbox w where w.done_at is null and w.doi like '10.%' ";

    /** What happened to what a DOI names. */
    public enum Event {
        RESERVE,
        PUBLISH,
        UPDATE,
        HIDE
    }

    /** Why a row was not settled when it was tried. */
    enum Failure {
        UNAVAILABLE,
        THROTTLED,
        NOT_ALLOWED,
        REFUSED;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A row to be sent. @param version null: the DOI of all versions @param attempts so far */
    record Waiting(long id, String accession, Integer version, String doi, Event event, int attempts) {}

    private final Database database;
    private final Clock clock;

    DoiOutbox(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Adds an event of the DOI of a version. */
    public void add(String accession, int version, String doi, Event event) {
        insert(accession, version, doi, event);
    }

    /** Adds an event of the DOI of all versions. */
    public void addConcept(String accession, String doi, Event event) {
        insert(accession, null, doi, event);
    }

    private void insert(String accession, Integer version, String doi, Event event) {
        Instant now = clock.instant();
        database.update(
                "insert into doi_outbox (accession, version, doi, event, created_at, next_attempt_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                accession,
                version,
                doi,
                event.name().toLowerCase(Locale.ROOT),
                now,
                now);
    }

    /** Settles what was noted of demonstration identifiers, which are registered nowhere. Returns how many. */
    int settleDemonstration() {
        return database.update(
                "update doi_outbox set done_at = ?, attempts = attempts + 1 where done_at is null and doi not like '10.%'",
                clock.instant());
    }

    /** The oldest that is due and the newest of its DOI; empty while everything pauses. */
    Optional<Waiting> findDue() {
        Instant now = clock.instant();
        return database.find(
                "select w.id, w.accession, w.version, w.doi, w.event, w.attempts" + WAITING + """
                          and w.next_attempt_at <= ?
                          and not exists (select 1 from doi_outbox later
                                where later.doi = w.doi and later.id > w.id and later.done_at is null)
                          and not exists (select 1 from doi_outbox pause where pause.done_at is null
                                and pause.failure in ('throttled', 'not-allowed') and pause.next_attempt_at > ?)
                        order by w.id limit 1
                        """,
                DoiOutbox::waiting,
                now,
                now);
    }

    /** Settles a row that was sent, and those that it superseded. */
    void settle(Waiting sent) {
        database.update("""
                update doi_outbox set done_at = ?, failure = null,
                       attempts = attempts + case when id = ? then 1 else 0 end
                 where doi = ? and id <= ? and done_at is null
                """, clock.instant(), sent.id(), sent.doi(), sent.id());
    }

    /** Keeps a row, with what stood in the way, until a later attempt. */
    void postpone(Waiting tried, Failure failure, String reason, Instant next) {
        database.update("""
                update doi_outbox set attempts = attempts + 1, failure = ?, last_error = ?, next_attempt_at = ?
                 where id = ? and done_at is null
                """, failure.word(), reason, next, tried.id());
    }

    /** Makes due what only an operator could mend: called at start, when settings or the node itself may be others. */
    int retryMended() {
        return database.update(
                "update doi_outbox set next_attempt_at = ? where done_at is null and failure in ('not-allowed', 'refused')",
                clock.instant());
    }

    /** How many wait, how many of them failed for good, and since when the oldest waits. */
    DoiBacklog backlog() {
        return database.find(
                        "select count(*) as waiting, count(*) filter (where w.failure = 'refused') as refused,"
                                + " min(w.created_at) as oldest,"
                                + " (array_agg(w.last_error order by w.id) filter (where w.failure = 'not-allowed'))[1] as account,"
                                + " (array_agg(w.doi || ': ' || w.last_error order by w.id)"
                                + " filter (where w.failure = 'refused'))[1] as refusal" + WAITING,
                        row -> new DoiBacklog(
                                row.integer("waiting"),
                                row.integer("refused"),
                                Optional.ofNullable(row.instant("oldest")),
                                row.findText("account"),
                                row.findText("refusal")))
                .orElseThrow();
    }

    private static Waiting waiting(Row row) throws SQLException {
        return new Waiting(
                row.longInteger("id"),
                row.text("accession"),
                row.text("version") == null ? null : row.integer("version"),
                row.text("doi"),
                Event.valueOf(row.text("event").toUpperCase(Locale.ROOT)),
                row.integer("attempts"));
    }
}
