package org.vitrail.ontology.load;

import static org.vitrail.ontology.load.OwlWords.OWL;
import static org.vitrail.ontology.load.OwlWords.RDF;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * The classes without a name in a file, and which named parents they mean: members of an intersection, and what a
 * "some" restriction over part_of is filled with. Unions, complements and other restrictions mean no parent. OWL 2
 * mapping to RDF §3.2.4.
 */
final class ClassExpressions {
    private static final int DEEPEST = 16;

    private record Expression(Node property, Node filler, Node members, Node first, Node rest) {
        static final Expression EMPTY = new Expression(null, null, null, null, null);
    }

    private final Map<Node, Expression> byNode = new HashMap<>();

    void take(Node blank, String property, Node object) {
        Expression old = byNode.getOrDefault(blank, Expression.EMPTY);
        Expression now = switch (property) {
            case OWL + "onProperty" -> new Expression(object, old.filler, old.members, old.first, old.rest);
            case OWL + "someValuesFrom" -> new Expression(old.property, object, old.members, old.first, old.rest);
            case OWL + "intersectionOf" -> new Expression(old.property, old.filler, object, old.first, old.rest);
            case RDF + "first" -> new Expression(old.property, old.filler, old.members, object, old.rest);
            case RDF + "rest" -> new Expression(old.property, old.filler, old.members, old.first, object);
            default -> old;
        };
        if (now != old) {
            byNode.put(blank, now);
        }
    }

    /** Adds the parents that an expression means; a name means itself. */
    void addTo(TermDraft draft, Node expression) {
        addTo(draft, expression, 0);
    }

    private void addTo(TermDraft draft, Node node, int depth) {
        if (node.isURI()) {
            if (!node.getURI().equals(OWL + "Thing")) {
                draft.isA.add(OntologyNames.curie(node.getURI()));
            }
            return;
        }
        Expression expression = byNode.get(node);
        if (expression == null || depth > DEEPEST) {
            return;
        }
        if (expression.property != null && expression.filler != null) {
            restriction(draft, expression);
        }
        members(expression.members).forEach(member -> addTo(draft, member, depth + 1));
    }

    private void restriction(TermDraft draft, Expression some) {
        if (some.property.isURI() && OwlWords.isPartOf(some.property.getURI())) {
            List<Node> wholes = new ArrayList<>(List.of(some.filler));
            Expression filler = byNode.get(some.filler);
            wholes.addAll(filler == null ? List.of() : members(filler.members));
            wholes.stream().filter(Node::isURI).forEach(whole -> draft.partOf.add(OntologyNames.curie(whole.getURI())));
        }
    }

    /** A list that bites its tail ends where it began. */
    private List<Node> members(Node list) {
        List<Node> members = new ArrayList<>();
        Set<Node> seen = new HashSet<>();
        Node at = list;
        while (at != null && seen.add(at) && byNode.containsKey(at)) {
            Expression link = byNode.get(at);
            if (link.first != null) {
                members.add(link.first);
            }
            at = link.rest;
        }
        return members;
    }
}
