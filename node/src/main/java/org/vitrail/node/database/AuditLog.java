package org.vitrail.node.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Who did what, kept in the same transaction as the deed. */
@ApplicationScoped
public class AuditLog {
    private final Database database;
    private final Clock clock;

    AuditLog(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Adds a line.
     *
     * @param subject OIDC subject, or {@code node} for what the node did by itself
     * @param action a verb, as {@code submit}
     * @param target accession or deposit
     * @param detail in words; null if there is nothing to add
     */
    public void record(String subject, String action, String target, String detail) {
        database.update(
                "insert into audit (happened_at, subject, action, target, detail) values (?, ?, ?, ?, ?)",
                clock.instant(),
                subject,
                action,
                target,
                detail);
    }
}
