package org.vitrail.schema.dcat;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.vitrail.schema.dcat.DescribedNode.Value;

/**
 * Reads the plain part of RDF/XML that {@link XmlNodeWriter} writes: subjects with rdf:about, texts, links, nested
 * parts. A document with anything else (node ids, bases, containers, property attributes) is left to Jena, and so is
 * one that is not well-formed. RDF 1.1 XML Syntax §2.1–2.11.
 */
final class PlainRdfXml {
    private static final int MAX_DEPTH = 16;
    private static final Set<String> NOT_PLAIN_ELEMENTS =
            Set.of("li", "ID", "about", "resource", "parseType", "nodeID", "datatype", "Bag", "Seq", "Alt", "List");

    private final Map<String, DescribedNode> subjects = new LinkedHashMap<>();
    private final XMLStreamReader xml;
    private boolean linkToSubject;

    /** Thrown at what is not plain, caught at once; without stack trace, since it only says "ask Jena". */
    private static final class NotPlain extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotPlain() {
            super(null, null, false, false);
        }
    }

    private PlainRdfXml(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** The subjects described, merged by IRI; empty when the document is not plain or not well-formed. */
    static Optional<List<DescribedNode>> find(String rdfXml) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            PlainRdfXml reading = new PlainRdfXml(factory.createXMLStreamReader(new StringReader(rdfXml)));
            reading.document();
            return reading.linkToSubject ? Optional.empty() : Optional.of(List.copyOf(reading.subjects.values()));
        } catch (XMLStreamException | NotPlain e) {
            return Optional.empty();
        }
    }

    private void document() throws XMLStreamException {
        if (xml.nextTag() != XMLStreamConstants.START_ELEMENT
                || !name().equals(Vocabulary.RDF + "RDF")
                || xml.getAttributeCount() > 0) {
            throw new NotPlain();
        }
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            String about = xml.getAttributeValue(Vocabulary.RDF, "about");
            if (about == null || xml.getAttributeCount() != 1) {
                throw new NotPlain();
            }
            DescribedNode node = subjects.computeIfAbsent(plainIri(about), DescribedNode::new);
            if (!name().equals(Vocabulary.RDF + "Description")) {
                node.add(Vocabulary.TYPE.getURI(), new Value.Link(name()));
            }
            properties(node, 1);
        }
        while (xml.hasNext()) {
            xml.next();
        }
    }

    private void properties(DescribedNode node, int depth) throws XMLStreamException {
        if (depth > MAX_DEPTH) {
            throw new NotPlain();
        }
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            String property = name();
            if (Vocabulary.RDF.equals(xml.getNamespaceURI()) && NOT_PLAIN_ELEMENTS.contains(xml.getLocalName())) {
                throw new NotPlain();
            }
            node.add(property, value(depth));
        }
    }

    private Value value(int depth) throws XMLStreamException {
        String resource = null;
        boolean part = false;
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String attribute = xml.getAttributeLocalName(i);
            String namespace = xml.getAttributeNamespace(i);
            if (Vocabulary.RDF.equals(namespace) && attribute.equals("resource")) {
                resource = plainIri(xml.getAttributeValue(i));
            } else if (Vocabulary.RDF.equals(namespace) && attribute.equals("parseType")) {
                part = xml.getAttributeValue(i).equals("Resource");
                if (!part) {
                    throw new NotPlain();
                }
            } else if (!(Vocabulary.RDF.equals(namespace) && attribute.equals("datatype"))
                    && !(XMLConstants.XML_NS_URI.equals(namespace) && attribute.equals("lang"))) {
                throw new NotPlain();
            }
        }
        if (part) {
            DescribedNode node = new DescribedNode(null);
            properties(node, depth + 1);
            return new Value.Part(node);
        }
        return resource == null ? text() : link(resource);
    }

    private Value text() throws XMLStreamException {
        return new Value.Text(xml.getElementText());
    }

    /** A link to what the document describes too could be meant as a part: Jena sorts that out. */
    private Value link(String iri) throws XMLStreamException {
        if (xml.nextTag() != XMLStreamConstants.END_ELEMENT) {
            throw new NotPlain();
        }
        linkToSubject |= subjects.containsKey(iri);
        return new Value.Link(iri);
    }

    private String name() {
        return xml.getNamespaceURI() + xml.getLocalName();
    }

    /** Relative references and dot segments would have to be resolved. */
    private static String plainIri(String iri) {
        int colon = iri.indexOf(':');
        if (colon < 1 || iri.indexOf('/') >= 0 && iri.indexOf('/') < colon || iri.contains("/.") || iri.isBlank()) {
            throw new NotPlain();
        }
        return iri;
    }
}
