package org.vitrail.schema.dcat;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.vitrail.schema.dcat.DescribedNode.Value;

/** Reads what is said about one node; what is absent is null, what is of the wrong form throws. */
final class NodeReader {
    private final DescribedNode node;
    private final String subject;

    /**
     * @param subject names the record in messages
     */
    NodeReader(DescribedNode node, String subject) {
        this.node = node;
        this.subject = subject;
    }

    String text(Property property) {
        return switch (value(property)) {
            case null -> null;
            case Value.Text text -> text.text();
            default -> throw wrong(property, "should be text");
        };
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
        Value value = value(property);
        if (value == null) {
            return null;
        }
        String iri = switch (value) {
            case Value.Link link -> link.iri();
            case Value.Part part when part.node().iri() != null -> part.node().iri();
            default -> throw wrong(property, "should be an IRI");
        };
        try {
            return new URI(iri);
        } catch (URISyntaxException e) {
            throw wrong(property, "is no usable IRI: " + e.getReason());
        }
    }

    /** The node that the property leads to, read; null when absent. */
    <T> T part(Property property, Function<NodeReader, T> reading) {
        Value value = value(property);
        return value == null ? null : reading.apply(described(property, value));
    }

    /** All nodes that the property leads to, by their positions. */
    <T> List<T> entries(Property property, Function<NodeReader, T> reading) {
        record Entry(long position, NodeReader node) {}
        List<Entry> found = new ArrayList<>();
        for (Value value : node.values(property.getURI())) {
            NodeReader entry = described(property, value);
            found.add(new Entry(entry.number(Vocabulary.POSITION), entry));
        }
        found.sort(Comparator.comparingLong(Entry::position));
        return found.stream().map(entry -> reading.apply(entry.node())).toList();
    }

    boolean hasType(Resource type) {
        return node.hasType(type.getURI());
    }

    private NodeReader described(Property property, Value value) {
        if (value instanceof Value.Part part) {
            return new NodeReader(part.node(), subject);
        }
        throw wrong(property, "should be a node with a description");
    }

    private Value value(Property property) {
        List<Value> values = node.values(property.getURI());
        return values.isEmpty() ? null : values.getFirst();
    }

    private UnreadableRecord wrong(Property property, String how) {
        return new UnreadableRecord(
                "Record " + subject + ": " + property.getURI() + " " + how + "; ask its node to mend it.");
    }

    private static String excerpt(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
