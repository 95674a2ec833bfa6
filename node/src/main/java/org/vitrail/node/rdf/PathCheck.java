package org.vitrail.node.rdf;

import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_OneOrMoreN;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrMoreN;
import org.apache.jena.sparql.path.Path;

/**
 * Refuses property paths that repeat what may be anything: Jena follows a path to its end even when the query was stopped, so that one
 * through all statements, again and again, would hold the processor and the memory. SPARQL 1.1 §9.
 */
final class PathCheck {
    private static final int MOST_LINKS = 6;

    private PathCheck() {}

    /** @throws org.vitrail.node.problem.NodeProblem query-refused */
    static void check(Path path) {
        links(path, false);
    }

    /** How many properties a path names. */
    private static int links(Path path, boolean repeated) {
        if (repeats(path)) {
            if (repeated) {
                throw QueryCheck.refused("A path with * or + holds another with * or +; write the properties once.");
            }
            int inside = links(((P_Path1) path).getSubPath(), true);
            if (inside > MOST_LINKS) {
                throw QueryCheck.refused(
                        "A path with * or + names %d properties; at most %d are followed again and again."
                                .formatted(inside, MOST_LINKS));
            }
            return inside;
        }
        if (path instanceof P_NegPropSet && repeated) {
            throw QueryCheck.refused("A path with * or + follows whatever is not named (!); name the properties.");
        }
        return switch (path) {
            case P_Path1 one -> links(one.getSubPath(), repeated);
            case P_Path2 two -> links(two.getLeft(), repeated) + links(two.getRight(), repeated);
            default -> 1;
        };
    }

    private static boolean repeats(Path path) {
        return path instanceof P_ZeroOrMore1
                || path instanceof P_ZeroOrMoreN
                || path instanceof P_OneOrMore1
                || path instanceof P_OneOrMoreN;
    }
}
