package org.vitrail.node.rdf;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.vitrail.ontology.Term;
import org.vitrail.ontology.TermTable;
import org.vitrail.schema.dataset.Curie;
import org.vitrail.schema.dataset.TermReference;

/**
 * Writes the terms in use and everything above them: rdfs:label in each language known, skos:notation (the CURIE), and
 * skos:broader for each direct is_a, so that {@code skos:broader*} reaches all kinds of a thing. A term stays when nothing uses
 * it any more. Not thread-safe; used inside the projection's transaction.
 */
final class TermGraph {
    private final TermTable table;
    private final Set<String> written = new HashSet<>();

    TermGraph(TermTable table) {
        this.table = table;
    }

    /** Writes the terms that are not there yet. */
    void add(DatasetGraph graph, Stream<TermReference> used) {
        used.map(TermReference::id)
                .filter(id -> id != null && !written.contains(id))
                .forEach(id -> addClosure(graph, id));
    }

    /** Writes all terms anew that the graph has, since the vocabulary may have changed. */
    void refresh(DatasetGraph graph) {
        List<String> known = Iter.toList(graph.find(Words.TERMS, Node.ANY, Words.NOTATION, Node.ANY)).stream()
                .map(quad -> quad.getObject().getLiteralLexicalForm())
                .toList();
        graph.deleteAny(Words.TERMS, Node.ANY, Node.ANY, Node.ANY);
        written.clear();
        known.forEach(id -> addClosure(graph, id));
    }

    /** Forgets what was written, after a transaction that was not. */
    void forget() {
        written.clear();
    }

    private void addClosure(DatasetGraph graph, String id) {
        table.ancestors(id).stream()
                .filter(written::add)
                .forEach(each -> table.findTerm(each).ifPresent(term -> add(graph, term)));
    }

    private static void add(DatasetGraph graph, Term term) {
        Optional<String> iri = Curie.findIri(term.id());
        if (iri.isEmpty()) {
            return;
        }
        Node subject = NodeFactory.createURI(iri.get());
        say(graph, subject, Words.NOTATION, NodeFactory.createLiteralString(term.id()));
        say(graph, subject, Words.LABEL, NodeFactory.createLiteralLang(term.prefLabel(), "en"));
        term.labels().entrySet().stream()
                .filter(label -> !label.getKey().equals("en"))
                .forEach(label -> say(
                        graph, subject, Words.LABEL, NodeFactory.createLiteralLang(label.getValue(), label.getKey())));
        term.isA().stream()
                .flatMap(parent -> Curie.findIri(parent).stream())
                .forEach(parent -> say(graph, subject, Words.BROADER, NodeFactory.createURI(parent)));
    }

    private static void say(DatasetGraph graph, Node subject, Node property, Node value) {
        graph.add(Quad.create(Words.TERMS, subject, property, value));
    }
}
