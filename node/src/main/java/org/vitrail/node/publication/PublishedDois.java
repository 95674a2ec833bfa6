package org.vitrail.node.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.vitrail.node.doi.DoiMetadata;
import org.vitrail.node.doi.DoiMint;
import org.vitrail.node.publication.PublishedStore.StoredVersion;
import org.vitrail.schema.datacite.DataCiteXmlWriter;
import org.vitrail.schema.dataset.PublishedDataset;

/** What DataCite is told of what is, or was, published here. */
@ApplicationScoped
class PublishedDois implements DoiMetadata {
    private final PublishedStore store;
    private final RecordAssembly assembly;
    private final DataCiteXmlWriter writer = new DataCiteXmlWriter();

    PublishedDois(PublishedStore store, RecordAssembly assembly) {
        this.store = store;
        this.assembly = assembly;
    }

    @Override
    public Optional<DoiRecord> findConcept(String accession) {
        List<StoredVersion> versions = store.listEver(accession);
        if (versions.isEmpty()) {
            return Optional.empty();
        }
        PublishedDataset latest = registered(versions.getLast());
        List<String> dois =
                versions.stream().map(StoredVersion::doi).filter(DoiMint::isDoi).toList();
        return Optional.of(new DoiRecord(latest.landingPage(), writer.writeConcept(latest, dois)));
    }

    @Override
    public Optional<DoiRecord> findVersion(String accession, int version) {
        List<StoredVersion> versions = store.listEver(accession);
        return find(versions, version).map(stored -> {
            PublishedDataset dataset = registered(stored);
            String previous = doi(versions, version - 1);
            String next = doi(versions, version + 1);
            return new DoiRecord(dataset.versionPage(), writer.writeVersion(dataset, previous, next));
        });
    }

    private static Optional<StoredVersion> find(List<StoredVersion> versions, int version) {
        return versions.stream().filter(stored -> stored.version() == version).findFirst();
    }

    /** Null where there is no such version, or only one with a demonstration identifier. */
    private static String doi(List<StoredVersion> versions, int version) {
        return find(versions, version)
                .map(StoredVersion::doi)
                .filter(DoiMint::isDoi)
                .orElse(null);
    }

    /** As it will be once DataCite has done what it is told. */
    private PublishedDataset registered(StoredVersion stored) {
        return assembly.dataset(stored, store.extent(stored.accession(), stored.version()), null)
                .registeredAs(stored.conceptDoi(), stored.doi());
    }
}
