package org.vitrail.schema.dcat;

import java.util.function.Consumer;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;

/**
 * The statements of vitrail_rdf one by one, for a graph store: no text and no graph in between. A statement may be given
 * twice. Thread-safe.
 */
public final class VitrailTriples {

    /**
     * The data set; its subject is the landing page.
     *
     * @param triples takes each statement as it is made
     * @throws IllegalArgumentException when a URL of it is not absolute, or the landing page is missing
     */
    public void write(PublishedDataset dataset, Consumer<Triple> triples) {
        String subject = NodeWriter.absolute("landingPage", dataset.landingPage());
        DatasetGraph.write(new TripleNodeWriter(NodeFactory.createURI(subject), triples), dataset);
    }

    /**
     * The image; its subject is the landing page.
     *
     * @param triples takes each statement as it is made
     * @throws IllegalArgumentException when a URL of it is not absolute, or the landing page is missing
     */
    public void write(PublishedImage image, Consumer<Triple> triples) {
        String subject = NodeWriter.absolute("landingPage", image.landingPage());
        ImageGraph.write(new TripleNodeWriter(NodeFactory.createURI(subject), triples), image);
    }
}
