package org.vitrail.schema.dcat;

import java.net.URI;
import java.util.function.Consumer;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.vitrail.schema.xml.XmlText;

/** Says things about one node of a Jena graph. */
final class GraphNodeWriter implements NodeWriter {
    private final Model model;
    private final Resource node;

    GraphNodeWriter(Model model, Resource node) {
        this.model = model;
        this.node = node;
    }

    @Override
    public NodeWriter type(Resource type) {
        node.addProperty(Vocabulary.TYPE, type);
        return this;
    }

    @Override
    public NodeWriter text(Property property, String value) {
        if (value != null) {
            node.addProperty(property, model.createLiteral(XmlText.legal(value)));
        }
        return this;
    }

    @Override
    public NodeWriter typed(Property property, Object value, RDFDatatype datatype) {
        if (value != null) {
            node.addProperty(property, model.createTypedLiteral(value.toString(), datatype));
        }
        return this;
    }

    @Override
    public NodeWriter link(Property property, URI target) {
        if (target != null) {
            node.addProperty(property, model.createResource(NodeWriter.absolute(property.getLocalName(), target)));
        }
        return this;
    }

    @Override
    public NodeWriter part(Property property, Consumer<NodeWriter> words) {
        Resource part = model.createResource();
        node.addProperty(property, part);
        words.accept(new GraphNodeWriter(model, part));
        return this;
    }
}
