package org.vitrail.node.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.vitrail.node.database.Database;
import org.vitrail.node.publication.PublishedStore.Extent;
import org.vitrail.schema.dataset.PublishedDataset;

/** What remains visible of a data set that was withdrawn. */
@ApplicationScoped
public class Tombstones {
    private final Database database;
    private final PublishedStore rows;
    private final RecordAssembly assembly;

    Tombstones(Database database, PublishedStore rows, RecordAssembly assembly) {
        this.database = database;
        this.rows = rows;
        this.assembly = assembly;
    }

    /**
     * A tombstone.
     *
     * @param dataset its last version, to be cited; without images and whatever derives from them
     * @param reason as the curator gave it
     */
    public record Tombstone(PublishedDataset dataset, Instant withdrawn, String reason) {}

    /** Empty unless the data set was published once and is withdrawn. */
    public Optional<Tombstone> find(String accession) {
        return database.find(
                """
                select v.accession, v.version, v.doi, v.description, v.metadata_revision, v.published_at, v.modified_at,
                       v.doi_registered as version_doi_registered, d.concept_doi, d.doi_registered, d.withdrawn_at, d.withdrawal_reason
                  from dataset d join version v on v.accession = d.accession and v.version = d.latest_version
                 where d.accession = ? and d.state in ('withdrawn', 'erased')
                """,
                row -> new Tombstone(
                        assembly.dataset(rows.version(row), new Extent(0, 0, Map.of()), null),
                        row.instant("withdrawn_at"),
                        row.findText("withdrawal_reason").orElse("No reason was recorded.")),
                accession);
    }
}
