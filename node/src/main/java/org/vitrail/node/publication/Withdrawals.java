package org.vitrail.node.publication;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.vitrail.node.access.CurrentUser;
import org.vitrail.node.database.AuditLog;
import org.vitrail.node.database.Database;
import org.vitrail.node.deposit.DepositState;
import org.vitrail.node.deposit.DepositStore;
import org.vitrail.node.problem.NodeProblem;
import org.vitrail.node.publication.DatasetStore.StoredDataset;

/** Takes a data set out of public view; a tombstone with the reason stays, under the same address and identifier. */
@ApplicationScoped
class Withdrawals {
    private static final int LONGEST_REASON = 2000;
    private final Database database;
    private final DatasetRights rights;
    private final DatasetStore datasets;
    private final DepositStore deposits;
    private final ChangeLog changes;
    private final Chronicle chronicle;
    private final Registrations registrations;
    private final AuditLog audit;
    private final CurrentUser user;
    private final GatewayPing gateway;
    private final Clock clock;

    Withdrawals(
            Database database,
            DatasetRights rights,
            DatasetStore datasets,
            DepositStore deposits,
            ChangeLog changes,
            Chronicle chronicle,
            Registrations registrations,
            AuditLog audit,
            CurrentUser user,
            GatewayPing gateway,
            Clock clock) {
        this.database = database;
        this.rights = rights;
        this.datasets = datasets;
        this.deposits = deposits;
        this.changes = changes;
        this.chronicle = chronicle;
        this.registrations = registrations;
        this.audit = audit;
        this.user = user;
        this.gateway = gateway;
        this.clock = clock;
    }

    /** @param reason shown to everybody on the tombstone */
    StoredDataset withdraw(String accession, String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw NodeProblem.invalidRequest("Give a reason for the tombstone, which everybody can read, in at most "
                    + LONGEST_REASON + " characters.");
        }
        StoredDataset withdrawn = database.inTransaction(() -> {
            rights.getChangeable(accession);
            requireNoneBeingPublished(accession);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            datasets.withdraw(accession, now, reason.strip());
            registrations.withdrawn(accession);
            audit.record(user.subject(), "withdraw", accession, reason.strip());
            Instant datestamp = changes.deleted(accession);
            chronicle.note(
                    accession, "withdrawn", Map.of("reason", reason.strip(), "oaiDatestamp", datestamp.toString()));
            return datasets.find(accession).orElseThrow();
        });
        Log.infof("Withdrew %s", accession);
        gateway.send();
        return withdrawn;
    }

    private void requireNoneBeingPublished(String accession) {
        deposits.findOpen(accession)
                .filter(open -> open.state() == DepositState.ACCEPTED || open.state() == DepositState.PUBLISHING)
                .ifPresent(open -> {
                    throw NodeProblem.wrongState("Version " + open.version() + " of " + accession
                            + " is being published at this moment; withdraw afterwards.");
                });
    }
}
