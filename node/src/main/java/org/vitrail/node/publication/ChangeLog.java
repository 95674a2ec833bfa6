package org.vitrail.node.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.vitrail.node.database.Database;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;

/**
 * What the OAI-PMH repositories show as changed.
 *
 * <p>Each method takes advisory lock 7001 and keeps it until the transaction commits, so that sequence and datestamp rise in
 * the order in which changes become visible: nothing can appear behind a harvester. Call them last in a transaction.
 */
@ApplicationScoped
class ChangeLog {
    private static final int PAGE = 500;
    private static final String UPSERT = """
            insert into oai_item (repository, identifier, accession, image_id, sequence, datestamp, deleted, sets)
            values (?, ?, ?, ?, nextval('oai_sequence'), ?, false, ?)
            on conflict (repository, identifier) do update set sequence = excluded.sequence,
                   datestamp = excluded.datestamp, deleted = false, sets = excluded.sets
            """;
    private final Database database;
    private final PublishedRecords records;
    private final Clock clock;

    ChangeLog(Database database, PublishedRecords records, Clock clock) {
        this.database = database;
        this.records = records;
        this.clock = clock;
    }

    /** A data set and the images of its latest version changed; images that this version no longer has are deleted. */
    Instant changed(String accession) {
        PublishedDataset dataset = records.findDataset(accession).orElseThrow();
        Instant datestamp = nextDatestamp();
        database.update(UPSERT, "datasets", accession, accession, null, datestamp, OaiSets.of(dataset));
        int after = -1;
        List<PublishedImage> page = records.listImages(accession, dataset.version(), after, PAGE);
        while (!page.isEmpty()) {
            List<Object[]> rows = new ArrayList<>(page.size());
            for (PublishedImage image : page) {
                String identifier = accession + "/" + image.imageId();
                rows.add(new Object[] {"images", identifier, accession, image.imageId(), datestamp, OaiSets.of(image)});
            }
            database.updateAll(UPSERT, rows);
            after += page.size();
            page = records.listImages(accession, dataset.version(), after, PAGE);
        }
        database.update("""
                update oai_item set deleted = true, sequence = nextval('oai_sequence'), datestamp = ?
                 where repository = 'images' and accession = ? and not deleted and image_id not in
                       (select image_id from version_image where accession = ? and version = ?)
                """, datestamp, accession, accession, dataset.version());
        return datestamp;
    }

    /** Only what is said of a data set changed, nothing that its images' records hold. */
    Instant described(String accession) {
        PublishedDataset dataset = records.findDataset(accession).orElseThrow();
        Instant datestamp = nextDatestamp();
        database.update(UPSERT, "datasets", accession, accession, null, datestamp, OaiSets.of(dataset));
        return datestamp;
    }

    /** A data set and all of its images are gone. */
    Instant deleted(String accession) {
        Instant datestamp = nextDatestamp();
        database.update("""
                update oai_item set deleted = true, sequence = nextval('oai_sequence'), datestamp = ?
                 where accession = ? and not deleted
                """, datestamp, accession);
        return datestamp;
    }

    private Instant nextDatestamp() {
        database.find("select pg_advisory_xact_lock(7001) is null as locked", row -> row.flag("locked"));
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return database.find(
                        "select max(datestamp) as last from oai_item having max(datestamp) > ?",
                        row -> row.instant("last"),
                        now)
                .orElse(now);
    }
}
