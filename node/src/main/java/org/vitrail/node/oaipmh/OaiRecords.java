package org.vitrail.node.oaipmh;

import io.gdcc.xoai.model.oaipmh.results.Record;
import io.gdcc.xoai.model.oaipmh.results.record.Header;
import io.gdcc.xoai.model.oaipmh.results.record.Metadata;
import io.gdcc.xoai.xml.StringElement;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.vitrail.node.access.NodeConfig;
import org.vitrail.node.publication.PublishedBatches;
import org.vitrail.node.publication.PublishedBatches.ImageKey;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;

/**
 * Makes records of items: a page costs the same few statements whatever it holds. OAI-PMH §2.5.
 *
 * <p>A record whose metadata cannot be written stands in its page with its header alone and an ERROR in the log: the page goes
 * on, and the harvester learns which record failed instead of never hearing of it.
 */
@ApplicationScoped
class OaiRecords {
    private static final Logger LOG = Logger.getLogger(OaiRecords.class);

    private final PublishedBatches published;
    private final NodeConfig node;
    private final RecordAbout about;

    OaiRecords(PublishedBatches published, NodeConfig node, RecordAbout about) {
        this.published = published;
        this.node = node;
        this.about = about;
    }

    /** The repository's domain in identifiers. */
    String domain() {
        return node.domain();
    }

    /** What every identifier begins with. */
    String identifierPrefix() {
        return "oai:" + node.domain() + ":";
    }

    Header header(OaiItem item) {
        Header header = new Header()
                .withIdentifier(identifierPrefix() + item.localName())
                .withDatestamp(item.datestamp());
        item.sets().forEach(header::withSetSpec);
        return item.deleted() ? header.withStatus(Header.Status.DELETED) : header;
    }

    /** The records of a page, in its order; a deleted item's is its header. */
    List<Record> records(OaiRepository repository, List<OaiItem> page, MetadataFormats format) {
        List<OaiItem> present = page.stream().filter(item -> !item.deleted()).toList();
        if (repository == OaiRepository.DATASETS) {
            Map<String, PublishedDataset> datasets =
                    published.datasets(present.stream().map(OaiItem::accession).toList());
            return page.stream()
                    .map(item -> record(
                            repository, item, format, () -> format.write(get(datasets.get(item.accession()), item))))
                    .toList();
        }
        Map<ImageKey, PublishedImage> images =
                published.images(present.stream().map(OaiRecords::key).toList());
        return page.stream()
                .map(item -> record(repository, item, format, () -> format.write(get(images.get(key(item)), item))))
                .toList();
    }

    private static ImageKey key(OaiItem item) {
        return new ImageKey(item.accession(), item.imageId());
    }

    private static <T> T get(T found, OaiItem item) {
        if (found == null) {
            throw new IllegalStateException("item " + item.localName() + " is listed but not published");
        }
        return found;
    }

    private Record record(OaiRepository repository, OaiItem item, MetadataFormats format, Supplier<String> metadata) {
        Header header = header(item);
        Record record = new Record().withHeader(header);
        if (!item.deleted()) {
            try {
                String xml = MetadataXml.embeddable(metadata.get());
                record.withMetadata(new Metadata(new StringElement(xml)))
                        .withAbout(RecordAbout.RIGHTS)
                        .withAbout(about.provenance(repository, header, format));
            } catch (RuntimeException e) {
                LOG.errorf(
                        e, "OAI-PMH: item %s has no metadata in its record; mend its description.", item.localName());
            }
        }
        return record;
    }
}
