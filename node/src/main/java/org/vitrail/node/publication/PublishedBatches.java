package org.vitrail.node.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.vitrail.node.publication.PublishedStore.StoredImage;
import org.vitrail.node.publication.PublishedStore.StoredVersion;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;

/** The records of many published things at once, in a number of statements that does not grow with theirs. */
@ApplicationScoped
public class PublishedBatches {
    private final BatchStore store;
    private final RecordAssembly assembly;

    PublishedBatches(BatchStore store, RecordAssembly assembly) {
        this.store = store;
        this.assembly = assembly;
    }

    /** An image of a data set's latest version. */
    public record ImageKey(String accession, String imageId) {}

    /** The latest versions by accession; without those that {@link PublishedRecords#findDataset} does not find. */
    public Map<String, PublishedDataset> datasets(Collection<String> accessions) {
        List<StoredVersion> versions = store.latest(accessions);
        Map<String, PublishedStore.Extent> extents = store.extents(accessions);
        Map<String, String> leads = store.leadImages(accessions);
        return versions.stream()
                .collect(Collectors.toMap(
                        StoredVersion::accession,
                        version -> assembly.dataset(
                                version, extents.get(version.accession()), leads.get(version.accession()))));
    }

    /** Images of latest versions; without those that {@link PublishedRecords#findImage} does not find. */
    public Map<ImageKey, PublishedImage> images(Collection<ImageKey> keys) {
        Collection<String> accessions =
                keys.stream().map(ImageKey::accession).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, StoredVersion> versions =
                store.latest(accessions).stream().collect(Collectors.toMap(StoredVersion::accession, v -> v));
        Map<ImageKey, StoredImage> stored = store.images(keys);
        Map<ImageKey, PublishedImage> images = new HashMap<>();
        stored.forEach((key, image) -> {
            StoredVersion version = versions.get(key.accession());
            if (Objects.nonNull(version)) {
                images.put(key, assembly.image(version, image));
            }
        });
        return images;
    }
}
