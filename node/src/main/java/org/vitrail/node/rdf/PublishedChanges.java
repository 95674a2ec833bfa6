package org.vitrail.node.rdf;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vitrail.node.publication.PublishedBatches;
import org.vitrail.node.publication.PublishedBatches.ImageKey;
import org.vitrail.node.rdf.Projection.Records;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;

/** Reads what is published of changed things, by a few statements for a whole batch. */
@ApplicationScoped
class PublishedChanges {
    private final PublishedBatches published;

    PublishedChanges(PublishedBatches published) {
        this.published = published;
    }

    Records read(List<ChangedItem> items) {
        List<ChangedItem> present =
                items.stream().filter(item -> !item.deleted()).toList();
        List<String> accessions = present.stream()
                .filter(item -> !item.isImage())
                .map(ChangedItem::accession)
                .toList();
        List<ImageKey> keys = present.stream()
                .filter(ChangedItem::isImage)
                .map(PublishedChanges::key)
                .toList();
        Map<String, PublishedDataset> datasets = accessions.isEmpty() ? Map.of() : published.datasets(accessions);
        Map<ImageKey, PublishedImage> images = keys.isEmpty() ? Map.of() : published.images(keys);
        Map<String, PublishedDataset> datasetsByPath = new HashMap<>();
        Map<String, PublishedImage> imagesByPath = new HashMap<>();
        for (ChangedItem item : present) {
            if (item.isImage() && images.containsKey(key(item))) {
                imagesByPath.put(item.path(), images.get(key(item)));
            } else if (!item.isImage() && datasets.containsKey(item.accession())) {
                datasetsByPath.put(item.path(), datasets.get(item.accession()));
            }
        }
        return new Records(datasetsByPath, imagesByPath);
    }

    private static ImageKey key(ChangedItem item) {
        return new ImageKey(item.accession(), item.imageId());
    }
}
