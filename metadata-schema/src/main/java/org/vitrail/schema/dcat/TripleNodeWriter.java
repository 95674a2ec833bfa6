package org.vitrail.schema.dcat;

import java.net.URI;
import java.util.function.Consumer;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.vitrail.schema.xml.XmlText;

/** Says things about one node as triples, each given away at once. */
final class TripleNodeWriter implements NodeWriter {
    private final Node node;
    private final Consumer<Triple> triples;

    TripleNodeWriter(Node node, Consumer<Triple> triples) {
        this.node = node;
        this.triples = triples;
    }

    @Override
    public NodeWriter type(Resource type) {
        return say(Vocabulary.TYPE, type.asNode());
    }

    @Override
    public NodeWriter text(Property property, String value) {
        return value == null ? this : say(property, NodeFactory.createLiteralString(XmlText.legal(value)));
    }

    @Override
    public NodeWriter typed(Property property, Object value, RDFDatatype datatype) {
        return value == null ? this : say(property, NodeFactory.createLiteralDT(value.toString(), datatype));
    }

    @Override
    public NodeWriter link(Property property, URI target) {
        return target == null
                ? this
                : say(property, NodeFactory.createURI(NodeWriter.absolute(property.getLocalName(), target)));
    }

    @Override
    public NodeWriter part(Property property, Consumer<NodeWriter> words) {
        Node part = NodeFactory.createBlankNode();
        say(property, part);
        words.accept(new TripleNodeWriter(part, triples));
        return this;
    }

    private NodeWriter say(Property property, Node value) {
        triples.accept(Triple.create(node, property.asNode(), value));
        return this;
    }
}
