package org.vitrail.schema.dcat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A node as read, with what is said about it by property IRI; filled by one thread, then only read. */
final class DescribedNode {

    /** What a property says: a text, a link, or a node that is described in its place. */
    sealed interface Value {
        record Text(String text) implements Value {}

        record Link(String iri) implements Value {}

        record Part(DescribedNode node) implements Value {}
    }

    private final String iri;
    private final Map<String, List<Value>> values = new HashMap<>();

    /** @param iri null for a node without a name */
    DescribedNode(String iri) {
        this.iri = iri;
    }

    String iri() {
        return iri;
    }

    void add(String property, Value value) {
        values.computeIfAbsent(property, key -> new ArrayList<>(2)).add(value);
    }

    /** In the order read; empty when nothing is said. */
    List<Value> values(String property) {
        return values.getOrDefault(property, List.of());
    }

    boolean hasType(String type) {
        return values(Vocabulary.TYPE.getURI()).contains(new Value.Link(type));
    }
}
