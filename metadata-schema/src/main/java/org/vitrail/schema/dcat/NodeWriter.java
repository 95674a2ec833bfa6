package org.vitrail.schema.dcat;

import java.net.URI;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;

/** Says things about one node, in a graph or straight in RDF/XML; null values are left out. */
interface NodeWriter {

    NodeWriter type(Resource type);

    NodeWriter text(Property property, String value);

    /** A literal with a datatype, in the value's own textual form. */
    NodeWriter typed(Property property, Object value, RDFDatatype datatype);

    NodeWriter link(Property property, URI target);

    /** A node without a name, described by the given words. */
    NodeWriter part(Property property, Consumer<NodeWriter> words);

    default NodeWriter number(Property property, long value) {
        return typed(property, value, XSDDatatype.XSDlong);
    }

    /** A finite number; an unknown or infinite one is left out. */
    default NodeWriter real(Property property, Double value) {
        return value == null || !Double.isFinite(value) ? this : typed(property, value, XSDDatatype.XSDdouble);
    }

    /** One node without a name per entry, each with its position from 1. */
    default <T> NodeWriter entries(Property property, List<T> entries, BiConsumer<NodeWriter, T> words) {
        for (int i = 0; i < entries.size(); i++) {
            T entry = entries.get(i);
            int position = i + 1;
            part(property, node -> words.accept(node.number(Vocabulary.POSITION, position), entry));
        }
        return this;
    }

    /** The URL as text; refuses one that would mean something else elsewhere. */
    static String absolute(String what, URI uri) {
        if (uri == null || !uri.isAbsolute()) {
            throw new IllegalArgumentException(
                    what + " must be an absolute URL, but is " + uri + "; build it from the configured base URL");
        }
        return uri.toString();
    }
}
