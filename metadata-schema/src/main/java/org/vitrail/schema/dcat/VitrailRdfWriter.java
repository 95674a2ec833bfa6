package org.vitrail.schema.dcat;

import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;

/**
 * Writes vitrail_rdf, the RDF/XML that loses nothing but characters illegal in XML. The root element stands alone,
 * without XML declaration, ready for an OAI-PMH record. Thread-safe. Contracts §9.
 *
 * <p>Written without a graph in between, since a node writes thousands of records per harvest; tests prove that Jena
 * reads the same graph from it that {@link DatasetGraph} and {@link ImageGraph} build in Jena.
 */
public final class VitrailRdfWriter {

    /**
     * The data set; its subject is the landing page.
     *
     * @throws IllegalArgumentException when a URL of it is not absolute, or the landing page is missing
     */
    public String write(PublishedDataset dataset) {
        String subject = NodeWriter.absolute("landingPage", dataset.landingPage());
        return XmlNodeWriter.document(subject, node -> DatasetGraph.write(node, dataset));
    }

    /**
     * The image; its subject is the landing page.
     *
     * @throws IllegalArgumentException when a URL of it is not absolute, or the landing page is missing
     */
    public String write(PublishedImage image) {
        String subject = NodeWriter.absolute("landingPage", image.landingPage());
        return XmlNodeWriter.document(subject, node -> ImageGraph.write(node, image));
    }
}
