package org.vitrail.schema.dcat;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;

/**
 * Reads vitrail_rdf as harvested, from any node and any RDF/XML writer. Safe for hostile input: no document type, no
 * entities, no network, 8 M characters at most. Thread-safe. Contracts §9.
 */
public final class VitrailRdfReader {
    private static final int MAX_CHARACTERS = 8_000_000;
    private static final Pattern DOCUMENT_TYPE = Pattern.compile("<!(?:DOCTYPE|ENTITY)", Pattern.CASE_INSENSITIVE);

    /**
     * The one data set that the record describes.
     *
     * @throws UnreadableRecord when it is no RDF/XML, describes no data set or several, or lacks identifier, accession
     *     or title; says which
     */
    public PublishedDataset readDataset(String rdfXml) {
        Resource subject = subject(parse(rdfXml), Vocabulary.DATASET);
        return DatasetGraph.read(new NodeReader(subject, subject.getURI()), page(subject));
    }

    /**
     * The one image that the record describes.
     *
     * @throws UnreadableRecord when it is no RDF/XML, describes no image or several, or lacks identifier or image id
     */
    public PublishedImage readImage(String rdfXml) {
        Resource subject = subject(parse(rdfXml), Vocabulary.IMAGE);
        return ImageGraph.read(new NodeReader(subject, subject.getURI()), page(subject));
    }

    /**
     * True when the record describes an image, false when a data set or nothing known. Parses the record.
     *
     * @throws UnreadableRecord when it is no RDF/XML
     */
    public boolean isImage(String rdfXml) {
        return parse(rdfXml).contains(null, Vocabulary.TYPE, Vocabulary.IMAGE);
    }

    private static Model parse(String rdfXml) {
        if (rdfXml.length() > MAX_CHARACTERS) {
            throw new UnreadableRecord("The record has more than " + MAX_CHARACTERS + " characters; not read.");
        }
        if (DOCUMENT_TYPE.matcher(rdfXml).find()) {
            throw new UnreadableRecord("The record holds a document type declaration, which is never read.");
        }
        Model model = ModelFactory.createDefaultModel();
        try {
            RDFParser.fromString(rdfXml, Lang.RDFXML)
                    .errorHandler(ErrorHandlerFactory.errorHandlerSimple())
                    .parse(model);
        } catch (RiotException e) {
            throw new UnreadableRecord("The record is not RDF/XML: " + e.getMessage(), e);
        }
        return model;
    }

    private static Resource subject(Model model, Resource type) {
        List<Resource> subjects =
                model.listSubjectsWithProperty(Vocabulary.TYPE, type).toList();
        if (subjects.size() != 1 || !subjects.getFirst().isURIResource()) {
            throw new UnreadableRecord("The record describes " + subjects.size() + " subjects of type " + type.getURI()
                    + ", not one with an IRI.");
        }
        return subjects.getFirst();
    }

    private static URI page(Resource subject) {
        try {
            return URI.create(subject.getURI());
        } catch (IllegalArgumentException e) {
            throw new UnreadableRecord("The subject " + subject.getURI() + " is no usable IRI.", e);
        }
    }
}
