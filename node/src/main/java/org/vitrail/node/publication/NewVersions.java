package org.vitrail.node.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.security.SecureRandom;
import java.util.Map;
import org.vitrail.node.access.CurrentUser;
import org.vitrail.node.database.AuditLog;
import org.vitrail.node.database.Database;
import org.vitrail.node.deposit.Deposit;
import org.vitrail.node.deposit.DepositChanged;
import org.vitrail.node.deposit.DepositStore;
import org.vitrail.node.problem.NodeProblem;
import org.vitrail.node.problem.ProblemType;
import org.vitrail.node.publication.DatasetStore.StoredDataset;
import org.vitrail.node.publication.PublishedStore.StoredVersion;
import org.vitrail.schema.dataset.Accession;

/** Opens the draft of a further version, with description, files and images of the one before. */
@ApplicationScoped
class NewVersions {
    private final Database database;
    private final DatasetRights rights;
    private final PublishedStore published;
    private final DepositStore deposits;
    private final AuditLog audit;
    private final CurrentUser user;
    private final Event<DepositChanged> changed;
    private final SecureRandom random;

    NewVersions(
            Database database,
            DatasetRights rights,
            PublishedStore published,
            DepositStore deposits,
            AuditLog audit,
            CurrentUser user,
            Event<DepositChanged> changed,
            SecureRandom random) {
        this.database = database;
        this.rights = rights;
        this.published = published;
        this.deposits = deposits;
        this.audit = audit;
        this.user = user;
        this.changed = changed;
        this.random = random;
    }

    /**
     * Opens the draft; it belongs to the data set's owner.
     *
     * @throws NodeProblem wrong-state when there is one already, naming it
     */
    Deposit open(String accession) {
        return database.inTransaction(() -> {
            StoredDataset dataset = rights.getChangeable(accession);
            if (!user.owns(dataset.ownerSubject())) {
                throw new NodeProblem(
                        ProblemType.FORBIDDEN, "Only the depositor of " + accession + " makes new versions.");
            }
            deposits.findOpen(accession).ifPresent(open -> {
                throw new NodeProblem(
                        ProblemType.WRONG_STATE,
                        "Version " + open.version() + " of " + accession + " is already a deposit: " + open.id() + ".",
                        Map.of("deposit", open.id()));
            });
            return insert(dataset);
        });
    }

    private Deposit insert(StoredDataset dataset) {
        String id = Accession.mint(random);
        StoredVersion latest = published.findLatest(dataset.accession()).orElseThrow();
        Deposit before =
                deposits.findOfVersion(dataset.accession(), latest.version()).orElseThrow();
        deposits.insert(
                id,
                dataset.accession(),
                latest.version() + 1,
                dataset.ownerSubject(),
                user.displayName(),
                VersionDescription.withImages(latest.description(), before.description()));
        changed.fire(new DepositChanged(id, false));
        audit.record(user.subject(), "new version", id, dataset.accession());
        return deposits.find(id).orElseThrow();
    }
}
