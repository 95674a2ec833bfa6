package org.vitrail.node.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrail.node.database.Database;
import org.vitrail.node.database.JsonColumns;
import org.vitrail.node.publication.Manifest.ManifestFile;
import org.vitrail.node.publication.Manifest.ManifestImage;
import org.vitrail.schema.dataset.DatasetDescription;
import org.vitrail.schema.dataset.RecordForm;

/** Writes versions, their images and files, and lists what is published. */
@ApplicationScoped
class VersionStore {
    private final Database database;
    private final JsonColumns json;

    VersionStore(Database database, JsonColumns json) {
        this.database = database;
        this.json = json;
    }

    boolean exists(String accession, int version) {
        return database.find(
                        "select 1 as one from version where accession = ? and version = ?",
                        row -> row.integer("one"),
                        accession,
                        version)
                .isPresent();
    }

    /** The number of the next metadata revision of a data set, over all of its versions. */
    int nextRevision(String accession) {
        return database.find(
                        "select coalesce(max(metadata_revision), 0) + 1 as next from version where accession = ?",
                        row -> row.integer("next"),
                        accession)
                .orElseThrow();
    }

    void insert(
            Manifest manifest,
            String depositId,
            String doi,
            DatasetDescription description,
            int revision,
            Instant now) {
        database.update(
                """
                insert into version (accession, version, doi, deposit_id, description, metadata_revision, published_at,
                                     modified_at)
                values (?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                """,
                manifest.accession(),
                manifest.version(),
                doi,
                depositId,
                json.write(description),
                revision,
                now,
                now);
        List<Object[]> images = manifest.images().stream()
                .map(image -> imageRow(manifest, image))
                .toList();
        database.updateAll("""
                insert into version_image (accession, version, ordinal, image_id, image_set, name, well, split)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                """, images);
        List<Object[]> files =
                manifest.files().stream().map(file -> fileRow(manifest, file)).toList();
        database.updateAll("insert into version_file (accession, version, file_id, path) values (?, ?, ?, ?)", files);
    }

    void revise(String accession, int version, DatasetDescription description, int revision, Instant now) {
        database.update("""
                update version set description = ?::jsonb, metadata_revision = ?, modified_at = ?
                 where accession = ? and version = ?
                """, json.write(description), revision, now, accession, version);
    }

    /**
     * Accessions of published data sets, newest first.
     *
     * @param after accession of the last one already seen; empty at first
     */
    List<String> listPublished(Optional<String> after, int limit) {
        return database.list("""
                select d.accession from dataset d
                  join version v on v.accession = d.accession and v.version = d.latest_version
                 where d.state = 'published'
                   and (?::text is null or (v.published_at, d.accession) <
                        (select l.published_at, l.accession from dataset ld join version l on l.accession = ld.accession
                            and l.version = ld.latest_version where ld.accession = ?))
                 order by v.published_at desc, d.accession desc limit ?
                """, row -> row.text("accession"), after.orElse(null), after.orElse(null), limit);
    }

    private Object[] imageRow(Manifest manifest, ManifestImage image) {
        return new Object[] {
            manifest.accession(),
            manifest.version(),
            image.ordinal(),
            image.imageId(),
            image.imageSet(),
            image.name(),
            image.well() == null ? null : json.write(image.well()),
            image.split() == null ? null : RecordForm.word(image.split())
        };
    }

    private static Object[] fileRow(Manifest manifest, ManifestFile file) {
        return new Object[] {manifest.accession(), manifest.version(), file.fileId(), file.path()};
    }
}
