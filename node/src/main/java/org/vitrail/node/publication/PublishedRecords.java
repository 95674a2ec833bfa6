package org.vitrail.node.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;

/**
 * What this node has published, as the records that pages, metadata formats and OAI-PMH show.
 *
 * <p>A withdrawn data set has no record here, only its tombstone in the database. Whatever is derived from pixels (address,
 * thumbnail, digest) is null unless access is open; {@code access} in a record is never null.
 */
@ApplicationScoped
public class PublishedRecords {
    private final PublishedStore store;
    private final RecordAssembly assembly;

    PublishedRecords(PublishedStore store, RecordAssembly assembly) {
        this.store = store;
        this.assembly = assembly;
    }

    /** The latest version of a data set; empty if it is unknown, unpublished or withdrawn. */
    public Optional<PublishedDataset> findDataset(String accession) {
        return store.findLatest(accession).map(this::dataset);
    }

    /** One version of a data set; empty as for {@link #findDataset}. */
    public Optional<PublishedDataset> findVersion(String accession, int version) {
        return store.findVersion(accession, version).map(this::dataset);
    }

    /**
     * A page of a version's images in their order.
     *
     * @param afterOrdinal ordinal of the last image already seen; -1 at first. Ordinals are 0, 1, 2 …
     * @param limit how many at most
     */
    public List<PublishedImage> listImages(String accession, int version, int afterOrdinal, int limit) {
        return store.findVersion(accession, version)
                .map(stored -> store.listImages(accession, version, afterOrdinal, limit).stream()
                        .map(image -> assembly.image(stored, image))
                        .toList())
                .orElse(List.of());
    }

    /** An image of the latest version; empty if that version has it not, or as for {@link #findDataset}. */
    public Optional<PublishedImage> findImage(String accession, String imageId) {
        return store.findLatest(accession)
                .flatMap(stored -> store.findImage(accession, stored.version(), imageId)
                        .map(image -> assembly.image(stored, image)));
    }

    private PublishedDataset dataset(PublishedStore.StoredVersion stored) {
        List<PublishedStore.StoredImage> lead = store.listImages(stored.accession(), stored.version(), -1, 1);
        return assembly.dataset(
                stored,
                store.extent(stored.accession(), stored.version()),
                lead.isEmpty() ? null : lead.getFirst().imageId());
    }
}
