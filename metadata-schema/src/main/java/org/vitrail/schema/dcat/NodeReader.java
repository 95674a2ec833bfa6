package org.vitrail.schema.dcat;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;

/** Reads what a graph says about one node; what is absent is null, what is of the wrong form throws. */
final class NodeReader {
    private final Resource node;
    private final String subject;

    /**
     * @param subject names the record in messages
     */
    NodeReader(Resource node, String subject) {
        this.node = node;
        this.subject = subject;
    }

    String text(Property property) {
        RDFNode value = value(property);
        if (value == null) {
            return null;
        }
        if (!value.isLiteral()) {
            throw wrong(property, "should be text");
        }
        return value.asLiteral().getLexicalForm();
    }

    String requiredText(Property property) {
        String text = text(property);
        if (text == null) {
            throw new UnreadableRecord(
                    "Record " + subject + " has no " + property.getURI() + "; ask its node to mend it.");
        }
        return text;
    }

    /** Text put through a parser whose IllegalArgumentException or DateTimeException means a wrong form. */
    <T> T parsed(Property property, Function<String, T> parser) {
        String text = text(property);
        try {
            return text == null ? null : parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw wrong(property, "cannot be read from \"" + excerpt(text) + "\"");
        }
    }

    /** A whole number, 0 when absent. */
    long number(Property property) {
        Long number = parsed(property, Long::valueOf);
        return number == null ? 0 : number;
    }

    /** A whole number that fits an int, 0 when absent. */
    int count(Property property) {
        Integer number = parsed(property, Integer::valueOf);
        return number == null ? 0 : number;
    }

    Double real(Property property) {
        return parsed(property, Double::valueOf);
    }

    URI link(Property property) {
        RDFNode value = value(property);
        if (value == null) {
            return null;
        }
        if (!value.isURIResource()) {
            throw wrong(property, "should be an IRI");
        }
        try {
            return new URI(value.asResource().getURI());
        } catch (URISyntaxException e) {
            throw wrong(property, "is no usable IRI: " + e.getReason());
        }
    }

    /** The node that the property leads to, read; null when absent. */
    <T> T part(Property property, Function<NodeReader, T> reading) {
        RDFNode value = value(property);
        if (value == null) {
            return null;
        }
        return reading.apply(resource(property, value));
    }

    /** All nodes that the property leads to, by their positions. */
    <T> List<T> entries(Property property, Function<NodeReader, T> reading) {
        List<NodeReader> found = new ArrayList<>();
        node.listProperties(property).forEach(statement -> found.add(resource(property, statement.getObject())));
        found.sort(Comparator.comparingLong(entry -> entry.number(Vocabulary.POSITION)));
        return found.stream().map(reading).toList();
    }

    boolean hasType(Resource type) {
        return node.hasProperty(Vocabulary.TYPE, type);
    }

    private NodeReader resource(Property property, RDFNode value) {
        if (!value.isResource()) {
            throw wrong(property, "should be a node");
        }
        return new NodeReader(value.asResource(), subject);
    }

    private RDFNode value(Property property) {
        Statement statement = node.getProperty(property);
        return statement == null ? null : statement.getObject();
    }

    private UnreadableRecord wrong(Property property, String how) {
        return new UnreadableRecord(
                "Record " + subject + ": " + property.getURI() + " " + how + "; ask its node to mend it.");
    }

    private static String excerpt(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
