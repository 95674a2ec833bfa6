package org.vitrail.node.publication;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrail.node.database.AuditLog;
import org.vitrail.node.database.Database;
import org.vitrail.node.deposit.Deposit;
import org.vitrail.node.deposit.DepositState;
import org.vitrail.node.deposit.DepositStore;
import org.vitrail.node.doi.DoiMint;
import org.vitrail.node.findings.FindingState;
import org.vitrail.node.findings.Findings;
import org.vitrail.node.publication.DatasetStore.StoredDataset;
import org.vitrail.schema.dataset.DatasetDescription;

/**
 * The steps from an accepted deposit to a published version. Each may be interrupted and repeated: objects are written again
 * under the same keys, and the one transaction happens or does not.
 */
@ApplicationScoped
class Publishing {
    private final Database database;
    private final DepositStore deposits;
    private final DatasetStore datasets;
    private final VersionStore versions;
    private final ManifestAssembly manifests;
    private final MetadataFiles files;
    private final ResolvedTerms terms;
    private final PublishedRecords records;
    private final Findings findings;
    private final ChangeLog changes;
    private final Chronicle chronicle;
    private final DoiMint mint;
    private final Registrations registrations;
    private final AuditLog audit;
    private final Clock clock;

    Publishing(
            Database database,
            DepositStore deposits,
            DatasetStore datasets,
            VersionStore versions,
            ManifestAssembly manifests,
            MetadataFiles files,
            ResolvedTerms terms,
            PublishedRecords records,
            Findings findings,
            ChangeLog changes,
            Chronicle chronicle,
            DoiMint mint,
            Registrations registrations,
            AuditLog audit,
            Clock clock) {
        this.database = database;
        this.deposits = deposits;
        this.datasets = datasets;
        this.versions = versions;
        this.manifests = manifests;
        this.files = files;
        this.terms = terms;
        this.records = records;
        this.findings = findings;
        this.changes = changes;
        this.chronicle = chronicle;
        this.mint = mint;
        this.registrations = registrations;
        this.audit = audit;
        this.clock = clock;
    }

    /** Freezes an accepted deposit; empty when there is nothing (more) to publish. */
    Optional<Deposit> begin(String depositId) {
        return database.inTransaction(() -> {
            Optional<Deposit> deposit = deposits.findLocked(depositId)
                    .filter(found ->
                            found.state() == DepositState.ACCEPTED || found.state() == DepositState.PUBLISHING);
            return deposit.filter(this::isDecided).map(found -> {
                deposits.enter(found.id(), DepositState.PUBLISHING);
                return found;
            });
        });
    }

    /** Whether nothing in the files can reveal a person without a curator having decided; else the deposit waits for one again. */
    private boolean isDecided(Deposit deposit) {
        FindingState state = findings.state(deposit.id());
        if (!state.undecided() && state.pendingFiles() == 0) {
            return true;
        }
        Log.warnf(
                "Deposit %s is not published: %d findings undecided, %d files not looked through",
                deposit.id(), state.findings().size(), state.pendingFiles());
        deposits.enter(deposit.id(), DepositState.SUBMITTED);
        audit.record("node", "stop publication", deposit.id(), "findings are undecided");
        return false;
    }

    /**
     * Writes the manifest, which never changes.
     *
     * @throws IllegalStateException while a file is kept from which something has to be removed
     */
    Manifest writeManifest(Deposit deposit) {
        requireClean(deposit);
        Manifest manifest = manifests.assemble(deposit);
        files.writeManifest(manifest);
        return manifest;
    }

    private void requireClean(Deposit deposit) {
        List<String> revealing = findings.listRevealing(deposit.id());
        if (!revealing.isEmpty()) {
            throw new IllegalStateException("deposit " + deposit.id() + " still keeps " + revealing.size()
                    + " files as they arrived that have to be replaced");
        }
    }

    /** Makes the version public, once. */
    void commit(Deposit deposit, Manifest manifest) {
        database.inTransaction(() -> {
            StoredDataset dataset = datasets.findLocked(deposit.accession()).orElseThrow();
            requireClean(deposit);
            if (dataset.isWithdrawn() || versions.exists(deposit.accession(), deposit.version())) {
                return;
            }
            publish(deposit, manifest, mint.concept(deposit.accession(), dataset.conceptDoi()));
        });
    }

    private void publish(Deposit deposit, Manifest manifest, String concept) {
        String accession = deposit.accession();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        DatasetDescription description = terms.published(deposit.description());
        String doi = DoiMint.version(concept, deposit.version());
        int revision = versions.nextRevision(accession);
        versions.insert(manifest, deposit.id(), doi, description, revision, now);
        datasets.publish(accession, deposit.version(), concept);
        deposits.enter(deposit.id(), DepositState.PUBLISHED);
        registrations.published(accession, deposit.version(), doi, concept);
        files.writeRevision(records.findDataset(accession).orElseThrow(), description, revision);
        audit.record("node", "publish", accession, "version " + deposit.version());
        Instant datestamp = changes.changed(accession);
        chronicle.note(
                accession,
                "published",
                Map.of(
                        "version", deposit.version(),
                        "doi", doi,
                        "conceptDoi", concept,
                        "metadataRevision", revision,
                        "oaiDatestamp", datestamp.toString()));
        Log.infof(
                "Published %s version %d: %d images",
                accession, deposit.version(), manifest.images().size());
    }
}
