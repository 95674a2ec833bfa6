package org.vitrail.node.rdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.jboss.logging.Logger;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;
import org.vitrail.schema.dataset.TermReference;
import org.vitrail.schema.dcat.VitrailTriples;

/**
 * Writes changes into the graph: each thing in a graph named by its address, replaced as a whole, and in the same transaction
 * how far that went. A process may be killed anywhere: it goes on after its last commit. Not thread-safe.
 */
final class Projection {
    private static final Logger LOG = Logger.getLogger(Projection.class);

    private final GraphStore store;
    private final TermGraph terms;
    private final String base;
    private final VitrailTriples writer = new VitrailTriples();

    /** @param base public address of the node, without a slash at the end */
    Projection(GraphStore store, TermGraph terms, String base) {
        this.store = store;
        this.terms = terms;
        this.base = base;
    }

    /** What of a batch is published at this moment, by path; whatever is missing has no graph. */
    record Records(Map<String, PublishedDataset> datasets, Map<String, PublishedImage> images) {
        Records {
            datasets = Map.copyOf(datasets);
            images = Map.copyOf(images);
        }
    }

    /** The last change that the graph holds; 0 when it holds none. */
    long cursor() {
        return store.read(() -> findValue(Words.SEQUENCE).map(Long::parseLong).orElse(0L));
    }

    /** Whether the graph was made for these settings by this release; so is an empty one. */
    boolean fits(String form) {
        return store.read(() -> findValue(Words.FORM)
                .map(form::equals)
                .orElseGet(() -> !store.graph().find().hasNext()));
    }

    /** Notes what the graph is made for, and writes the terms in use as the vocabulary has them now. */
    void begin(String form) {
        store.write(() -> {
            set(Words.FORM, NodeFactory.createLiteralString(form));
            terms.refresh(store.graph());
        });
    }

    /** Writes a batch in one transaction. @param items in the order of their changes, at least one */
    void apply(List<ChangedItem> items, Records records) {
        try {
            store.write(() -> {
                items.forEach(item -> replace(item, records));
                long last = items.getLast().sequence();
                set(Words.SEQUENCE, NodeFactory.createLiteralDT(Long.toString(last), XSDDatatype.XSDlong));
            });
        } catch (RuntimeException | Error e) {
            terms.forget();
            throw e;
        }
    }

    private void replace(ChangedItem item, Records records) {
        DatasetGraph graph = store.graph();
        Node name = NodeFactory.createURI(base + item.path());
        graph.deleteAny(name, Node.ANY, Node.ANY, Node.ANY);
        if (!item.deleted()) {
            statements(item, records).forEach(triple -> graph.add(Quad.create(name, triple)));
        }
    }

    /** None where nothing is published, or where the record cannot be written: one bad record holds up no other. */
    private List<Triple> statements(ChangedItem item, Records records) {
        List<Triple> triples = new ArrayList<>();
        try {
            if (item.isImage()) {
                write(records.images().get(item.path()), triples::add);
            } else {
                write(records.datasets().get(item.path()), triples::add);
            }
            return triples;
        } catch (IllegalArgumentException e) {
            LOG.errorf(e, "SPARQL: %s has no graph; mend its description.", item.path());
            return List.of();
        }
    }

    private void write(PublishedDataset dataset, Consumer<Triple> triples) {
        if (dataset != null) {
            writer.write(dataset, triples);
            terms.add(store.graph(), used(dataset));
        }
    }

    private void write(PublishedImage image, Consumer<Triple> triples) {
        if (image != null) {
            writer.write(image, triples);
            terms.add(
                    store.graph(),
                    Stream.of(image.organisms(), image.imagingMethods(), image.terms())
                            .flatMap(List::stream));
        }
    }

    private static Stream<TermReference> used(PublishedDataset dataset) {
        return Stream.of(dataset.organisms(), dataset.imagingMethods(), dataset.terms())
                .flatMap(List::stream);
    }

    private Optional<String> findValue(Node property) {
        var found = store.graph().find(Words.PROJECTION, Words.PROJECTION, property, Node.ANY);
        return found.hasNext() ? Optional.of(found.next().getObject().getLiteralLexicalForm()) : Optional.empty();
    }

    private void set(Node property, Node value) {
        store.graph().deleteAny(Words.PROJECTION, Words.PROJECTION, property, Node.ANY);
        store.graph().add(Quad.create(Words.PROJECTION, Words.PROJECTION, property, value));
    }
}
