package org.vitrail.node.oaipmh;

import io.gdcc.xoai.model.oaipmh.results.MetadataFormat;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.vitrail.schema.datacite.DataCiteXmlWriter;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;
import org.vitrail.schema.dcat.VitrailRdfWriter;
import org.vitrail.schema.oaidc.OaiDcWriter;

/** The formats in which both repositories disseminate every item. OAI-PMH §2.4; contracts §9. */
enum MetadataFormats {
    OAI_DC(
            "oai_dc",
            "http://www.openarchives.org/OAI/2.0/oai_dc.xsd",
            "http://www.openarchives.org/OAI/2.0/oai_dc/",
            dataset -> new OaiDcWriter().write(dataset),
            image -> new OaiDcWriter().write(image)),
    OAI_DATACITE(
            "oai_datacite",
            "https://schema.datacite.org/meta/kernel-4.5/metadata.xsd",
            "http://datacite.org/schema/kernel-4",
            dataset -> new DataCiteXmlWriter().write(dataset),
            image -> new DataCiteXmlWriter().write(image)),
    VITRAIL_RDF(
            "vitrail_rdf",
            "https://www.openarchives.org/OAI/2.0/rdf.xsd",
            "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            dataset -> new VitrailRdfWriter().write(dataset),
            image -> new VitrailRdfWriter().write(image));

    private final String prefix;
    private final String schema;
    private final String namespace;
    private final Function<PublishedDataset, String> datasetWriter;
    private final Function<PublishedImage, String> imageWriter;

    MetadataFormats(
            String prefix,
            String schema,
            String namespace,
            Function<PublishedDataset, String> datasetWriter,
            Function<PublishedImage, String> imageWriter) {
        this.prefix = prefix;
        this.schema = schema;
        this.namespace = namespace;
        this.datasetWriter = datasetWriter;
        this.imageWriter = imageWriter;
    }

    static Optional<MetadataFormats> find(String prefix) {
        return Arrays.stream(values())
                .filter(format -> format.prefix.equals(prefix))
                .findFirst();
    }

    /** @throws OaiError cannotDisseminateFormat */
    static MetadataFormats get(String prefix) throws OaiError {
        return find(prefix)
                .orElseThrow(() -> OaiError.cannotDisseminateFormat("This repository has no format \"" + prefix
                        + "\"; it has oai_dc, oai_datacite and vitrail_rdf."));
    }

    String write(PublishedDataset dataset) {
        return datasetWriter.apply(dataset);
    }

    String write(PublishedImage image) {
        return imageWriter.apply(image);
    }

    String namespace() {
        return namespace;
    }

    MetadataFormat description() {
        return new MetadataFormat()
                .withMetadataPrefix(prefix)
                .withSchema(schema)
                .withMetadataNamespace(namespace);
    }
}
