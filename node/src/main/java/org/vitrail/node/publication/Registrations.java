package org.vitrail.node.publication;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vitrail.node.database.Database;
import org.vitrail.node.doi.DoiOutbox;
import org.vitrail.node.doi.DoiOutbox.Event;
import org.vitrail.node.doi.DoiTold;
import org.vitrail.node.publication.DatasetStore.StoredDataset;
import org.vitrail.node.publication.PublishedStore.StoredVersion;

/**
 * Which DOIs an event concerns, and what follows when DataCite has been told. Neither waits for the other: publication notes
 * what is to be told, in its own transaction. Contracts §1.
 */
@ApplicationScoped
class Registrations {
    private final Database database;
    private final DatasetStore datasets;
    private final PublishedStore published;
    private final PublishedRecords records;
    private final MetadataFiles files;
    private final ChangeLog changes;
    private final Chronicle chronicle;
    private final DoiOutbox outbox;

    Registrations(
            Database database,
            DatasetStore datasets,
            PublishedStore published,
            PublishedRecords records,
            MetadataFiles files,
            ChangeLog changes,
            Chronicle chronicle,
            DoiOutbox outbox) {
        this.database = database;
        this.datasets = datasets;
        this.published = published;
        this.records = records;
        this.files = files;
        this.changes = changes;
        this.chronicle = chronicle;
        this.outbox = outbox;
    }

    /** A new version: it becomes findable, and the one before it learns that it is a previous one. */
    void published(String accession, int version, String doi, String concept) {
        outbox.add(accession, version, doi, Event.PUBLISH);
        outbox.addConcept(accession, concept, version == 1 ? Event.PUBLISH : Event.UPDATE);
        published
                .findVersion(accession, version - 1)
                .ifPresent(before -> outbox.add(accession, before.version(), before.doi(), Event.UPDATE));
    }

    /** Another description of the latest version, which is that of all versions together, too. */
    void revised(StoredVersion latest) {
        outbox.add(latest.accession(), latest.version(), latest.doi(), Event.UPDATE);
        outbox.addConcept(latest.accession(), latest.conceptDoi(), Event.UPDATE);
    }

    /** The whole data set is withdrawn: all of its DOIs lead to the tombstone, and none is found any more. */
    void withdrawn(String accession) {
        List<StoredVersion> versions = published.listEver(accession);
        versions.forEach(version -> outbox.add(accession, version.version(), version.doi(), Event.HIDE));
        outbox.addConcept(accession, versions.getLast().conceptDoi(), Event.HIDE);
    }

    /** What DataCite said: from now on the DOI is shown as one, and harvesters see that. */
    void told(@Observes DoiTold told) {
        if (told.state().resolves()) {
            database.inTransaction(() -> datasets.findLocked(told.accession())
                    .filter(dataset -> dataset.latestVersion() > 0)
                    .ifPresent(dataset -> resolves(dataset, told)));
        }
    }

    private void resolves(StoredDataset dataset, DoiTold told) {
        boolean first = markRegistered(told) > 0;
        if (!first && !dataset.isWithdrawn()) {
            return;
        }
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("doi", told.doi());
        detail.put("state", told.state().name().toLowerCase(Locale.ROOT));
        if (first && dataset.isPublished()) {
            rewriteMetadata(dataset.accession());
            Instant datestamp = changes.described(dataset.accession());
            detail.put("oaiDatestamp", datestamp.toString());
            Log.infof("DOI %s is registered", told.doi());
        }
        chronicle.note(dataset.accession(), "doi", detail);
    }

    /** The newest revision says the same as before, but now with DOIs that are registered. */
    private void rewriteMetadata(String accession) {
        StoredVersion latest = published.findLatest(accession).orElseThrow();
        files.writeRevision(
                records.findDataset(accession).orElseThrow(), latest.description(), latest.metadataRevision());
    }

    private int markRegistered(DoiTold told) {
        return told.version() == null
                ? database.update(
                        "update dataset set doi_registered = true where accession = ? and concept_doi = ? and not doi_registered",
                        told.accession(),
                        told.doi())
                : database.update(
                        "update version set doi_registered = true where accession = ? and doi = ? and not doi_registered",
                        told.accession(),
                        told.doi());
    }
}
