package org.vitrail.schema.dcat;

import java.net.URI;
import java.util.List;
import org.apache.jena.rdf.model.Resource;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;

/**
 * Reads vitrail_rdf as harvested, from any node and any RDF/XML writer. Safe for hostile input: no document type, no
 * entities, no network, 8 M characters at most. Thread-safe. Contracts §9.
 *
 * <p>The plain form of our own writer is read without a graph in between, everything else by Jena; tests prove that
 * both read the same.
 */
public final class VitrailRdfReader {
    private static final int MAX_CHARACTERS = 8_000_000;

    /**
     * The one data set that the record describes.
     *
     * @throws UnreadableRecord when it is no RDF/XML, describes no data set or several, or lacks identifier, accession
     *     or title; says which
     */
    public PublishedDataset readDataset(String rdfXml) {
        DescribedNode subject = subject(parse(rdfXml), Vocabulary.DATASET);
        return DatasetGraph.read(new NodeReader(subject, subject.iri()), page(subject));
    }

    /**
     * The one image that the record describes.
     *
     * @throws UnreadableRecord when it is no RDF/XML, describes no image or several, or lacks identifier or image id
     */
    public PublishedImage readImage(String rdfXml) {
        DescribedNode subject = subject(parse(rdfXml), Vocabulary.IMAGE);
        return ImageGraph.read(new NodeReader(subject, subject.iri()), page(subject));
    }

    /**
     * True when the record describes an image, false when a data set or nothing known. Parses the record.
     *
     * @throws UnreadableRecord when it is no RDF/XML
     */
    public boolean isImage(String rdfXml) {
        return parse(rdfXml).stream().anyMatch(node -> node.hasType(Vocabulary.IMAGE.getURI()));
    }

    private static List<DescribedNode> parse(String rdfXml) {
        if (rdfXml.length() > MAX_CHARACTERS) {
            throw new UnreadableRecord("The record has more than " + MAX_CHARACTERS + " characters; not read.");
        }
        if (declaresDocumentType(rdfXml)) {
            throw new UnreadableRecord("The record holds a document type declaration, which is never read.");
        }
        return PlainRdfXml.find(rdfXml).orElseGet(() -> JenaRdfXml.read(rdfXml));
    }

    /** Also true of such words within a comment or CDATA, which no honest record has. */
    private static boolean declaresDocumentType(String rdfXml) {
        for (int at = rdfXml.indexOf("<!"); at >= 0; at = rdfXml.indexOf("<!", at + 2)) {
            if (rdfXml.regionMatches(true, at + 2, "DOCTYPE", 0, 7)
                    || rdfXml.regionMatches(true, at + 2, "ENTITY", 0, 6)) {
                return true;
            }
        }
        return false;
    }

    private static DescribedNode subject(List<DescribedNode> nodes, Resource type) {
        List<DescribedNode> subjects =
                nodes.stream().filter(node -> node.hasType(type.getURI())).toList();
        if (subjects.size() != 1) {
            throw new UnreadableRecord(
                    "The record describes " + subjects.size() + " subjects of type " + type.getURI() + ", not one.");
        }
        return subjects.getFirst();
    }

    private static URI page(DescribedNode subject) {
        try {
            return URI.create(subject.iri());
        } catch (IllegalArgumentException e) {
            throw new UnreadableRecord("The subject " + subject.iri() + " is no usable IRI.", e);
        }
    }
}
