package org.vitrail.node.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.vitrail.node.database.Database;
import org.vitrail.node.database.Row;

/** Data sets in the database: state, owner, latest version. */
@ApplicationScoped
public class DatasetStore {
    private final Database database;

    DatasetStore(Database database) {
        this.database = database;
    }

    /**
     * A data set.
     *
     * @param state draft, published, withdrawn or erased
     * @param latestVersion 0 until something is published
     * @param conceptDoi DOI or demonstration identifier of all versions; null until reserved or published
     * @param conceptDoiRegistered whether DataCite has said that it resolves
     * @param withdrawnAt null unless withdrawn; likewise withdrawalReason
     */
    public record StoredDataset(
            String accession,
            String ownerSubject,
            String state,
            int latestVersion,
            String conceptDoi,
            boolean conceptDoiRegistered,
            Instant createdAt,
            Instant withdrawnAt,
            String withdrawalReason) {
        /** Whether versions of it can be read. */
        public boolean isPublished() {
            return state.equals("published");
        }

        /** Whether only its tombstone is left. */
        public boolean isWithdrawn() {
            return state.equals("withdrawn");
        }
    }

    /** One data set. */
    public Optional<StoredDataset> find(String accession) {
        return database.find("select * from dataset where accession = ?", this::dataset, accession);
    }

    /** One data set, locked until the transaction ends: what is published of it changes one step after the other. */
    public Optional<StoredDataset> findLocked(String accession) {
        return database.find("select * from dataset where accession = ? for update", this::dataset, accession);
    }

    /** Accessions of somebody's data sets of which only the tombstone is left. */
    public Set<String> listWithdrawn(String ownerSubject) {
        return Set.copyOf(database.list(
                "select accession from dataset where owner_subject = ? and state = 'withdrawn'",
                row -> row.text("accession"),
                ownerSubject));
    }

    void publish(String accession, int version, String conceptDoi) {
        database.update(
                "update dataset set state = 'published', latest_version = ?, concept_doi = ? where accession = ?",
                version,
                conceptDoi,
                accession);
    }

    void withdraw(String accession, Instant at, String reason) {
        database.update(
                "update dataset set state = 'withdrawn', withdrawn_at = ?, withdrawal_reason = ? where accession = ?",
                at,
                reason,
                accession);
    }

    private StoredDataset dataset(Row row) throws SQLException {
        return new StoredDataset(
                row.text("accession"),
                row.text("owner_subject"),
                row.text("state"),
                row.integer("latest_version"),
                row.text("concept_doi"),
                row.flag("doi_registered"),
                row.instant("created_at"),
                row.instant("withdrawn_at"),
                row.text("withdrawal_reason"));
    }
}
