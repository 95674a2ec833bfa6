package org.vitrail.schema.dcat;

import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;

/**
 * Writes vitrail_rdf, the RDF/XML that loses nothing but characters illegal in XML. The root element stands alone,
 * without XML declaration, ready for an OAI-PMH record. Thread-safe. Contracts §9.
 */
public final class VitrailRdfWriter {

    /**
     * The data set; its subject is the landing page.
     *
     * @throws IllegalArgumentException when a URL of it is not absolute, or the landing page is missing
     */
    public String write(PublishedDataset dataset) {
        Model model = ModelFactory.createDefaultModel();
        String subject = NodeWriter.absolute("landingPage", dataset.landingPage());
        DatasetGraph.write(new NodeWriter(model, model.createResource(subject)), dataset);
        return rdfXml(model);
    }

    /**
     * The image; its subject is the landing page.
     *
     * @throws IllegalArgumentException when a URL of it is not absolute, or the landing page is missing
     */
    public String write(PublishedImage image) {
        Model model = ModelFactory.createDefaultModel();
        String subject = NodeWriter.absolute("landingPage", image.landingPage());
        ImageGraph.write(new NodeWriter(model, model.createResource(subject)), image);
        return rdfXml(model);
    }

    static String rdfXml(Model model) {
        Vocabulary.declarePrefixes(model);
        return RDFWriter.source(model).format(RDFFormat.RDFXML_PLAIN).asString();
    }
}
