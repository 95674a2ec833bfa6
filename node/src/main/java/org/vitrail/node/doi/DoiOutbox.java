package org.vitrail.node.doi;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.vitrail.node.access.NodeConfig;
import org.vitrail.node.database.Database;

/** What the registry has yet to be told; written in the transaction that makes it true. */
@ApplicationScoped
public class DoiOutbox {

    /** What happened to what an identifier names. */
    public enum Event {
        PUBLISH,
        UPDATE,
        HIDE
    }

    private final Database database;
    private final Clock clock;
    private final NodeConfig node;

    DoiOutbox(Database database, Clock clock, NodeConfig node) {
        this.database = database;
        this.clock = clock;
        this.node = node;
    }

    /** Adds an event. */
    public void add(String accession, String doi, Event event) {
        database.update(
                "insert into doi_outbox (accession, doi, event, created_at) values (?, ?, ?, ?)",
                accession,
                doi,
                event.name().toLowerCase(java.util.Locale.ROOT),
                clock.instant());
    }

    /** In demonstration mode nothing is registered: marks all events done. Returns how many. */
    int settle() {
        if (node.mode() == NodeConfig.Mode.PRODUCTION) {
            return 0;
        }
        return database.update(
                "update doi_outbox set done_at = ?, attempts = attempts + 1 where done_at is null", clock.instant());
    }
}
