package org.vitrail.schema.dcat;

import java.net.URI;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.vitrail.schema.xml.XmlText;

/** Says things about one node of a graph; null values are left out. */
final class NodeWriter {
    private final Model model;
    private final Resource node;

    NodeWriter(Model model, Resource node) {
        this.model = model;
        this.node = node;
    }

    NodeWriter type(Resource type) {
        node.addProperty(Vocabulary.TYPE, type);
        return this;
    }

    NodeWriter text(Property property, String value) {
        if (value != null) {
            node.addProperty(property, model.createLiteral(XmlText.legal(value)));
        }
        return this;
    }

    /** A literal with a datatype, in the value's own textual form. */
    NodeWriter typed(Property property, Object value, RDFDatatype datatype) {
        if (value != null) {
            node.addProperty(property, model.createTypedLiteral(value.toString(), datatype));
        }
        return this;
    }

    NodeWriter number(Property property, long value) {
        return typed(property, value, XSDDatatype.XSDlong);
    }

    /** A finite number; an unknown or infinite one is left out. */
    NodeWriter real(Property property, Double value) {
        return value == null || !Double.isFinite(value) ? this : typed(property, value, XSDDatatype.XSDdouble);
    }

    NodeWriter link(Property property, URI target) {
        if (target != null) {
            node.addProperty(property, model.createResource(absolute(property.getLocalName(), target)));
        }
        return this;
    }

    /** A node without a name, described by the given words. */
    NodeWriter part(Property property, Consumer<NodeWriter> words) {
        Resource part = model.createResource();
        node.addProperty(property, part);
        words.accept(new NodeWriter(model, part));
        return this;
    }

    /** One node without a name per entry, each with its position from 1. */
    <T> NodeWriter entries(Property property, List<T> entries, BiConsumer<NodeWriter, T> words) {
        for (int i = 0; i < entries.size(); i++) {
            T entry = entries.get(i);
            int position = i + 1;
            part(property, node -> words.accept(node.number(Vocabulary.POSITION, position), entry));
        }
        return this;
    }

    static String absolute(String what, URI uri) {
        if (uri == null || !uri.isAbsolute()) {
            throw new IllegalArgumentException(
                    what + " must be an absolute URL, but is " + uri + "; build it from the configured base URL");
        }
        return uri.toString();
    }
}
