package org.vitrail.gateway.index;

import jakarta.enterprise.context.ApplicationScoped;
import org.vitrail.gateway.registry.Repository;
import org.vitrail.schema.MetadataException;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;
import org.vitrail.schema.dcat.VitrailRdfReader;

/** Reads harvested {@code vitrail_rdf} and refuses what could not be shown or found. */
@ApplicationScoped
public class RecordParser {
    private final VitrailRdfReader reader = new VitrailRdfReader();
    private final RecordDocuments documents;

    RecordParser(RecordDocuments documents) {
        this.documents = documents;
    }

    /**
     * The document of a harvested record.
     *
     * @throws UnindexableRecord when it cannot be read, has no title, or describes another item than it was listed as
     */
    public IndexedDocument document(String identifier, String node, Repository repository, String xml, long version) {
        if (repository == Repository.DATASETS) {
            return documents.of(dataset(identifier, node, xml), node, version);
        }
        return documents.of(image(identifier, node, xml), node, version);
    }

    /** The data set that a record describes. */
    public PublishedDataset dataset(String identifier, String node, String xml) {
        try {
            PublishedDataset dataset = reader.readDataset(xml);
            check(identifier, node, dataset.identifier(), dataset.title());
            return dataset;
        } catch (MetadataException e) {
            throw unreadable(identifier, node, e);
        }
    }

    /** The image that a record describes. */
    public PublishedImage image(String identifier, String node, String xml) {
        try {
            PublishedImage image = reader.readImage(xml);
            check(identifier, node, image.identifier(), image.name());
            return image;
        } catch (MetadataException e) {
            throw unreadable(identifier, node, e);
        }
    }

    private static void check(String identifier, String node, String described, String title) {
        if (!identifier.equals(described)) {
            throw new UnindexableRecord(
                    "Record %s of node %s describes %s; skipped. The node has to list each item under its own identifier."
                            .formatted(identifier, node, described),
                    null);
        }
        if (title == null || title.isBlank()) {
            throw new UnindexableRecord(
                    "Record %s of node %s: no title; skipped. Ask the node to mend it.".formatted(identifier, node),
                    null);
        }
    }

    private static UnindexableRecord unreadable(String identifier, String node, MetadataException cause) {
        return new UnindexableRecord(
                "Record %s of node %s cannot be read; skipped. %s".formatted(identifier, node, cause.getMessage()),
                cause);
    }
}
