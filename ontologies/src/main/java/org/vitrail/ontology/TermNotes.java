package org.vitrail.ontology;

import java.util.List;

/**
 * What an ontology says of a term beside its names and parents.
 *
 * @param definition in the ontology's own language; empty where there is none
 * @param altIds CURIEs that mean the same term, mostly of terms merged into it
 * @param consider CURIEs that a person may use instead of an obsolete term; not equivalent to it
 * @param subsets names of the slims that the term belongs to
 */
public record TermNotes(String definition, List<String> altIds, List<String> consider, List<String> subsets) {
    public static final TermNotes NONE = new TermNotes("", List.of(), List.of(), List.of());

    public TermNotes {
        definition = definition == null ? "" : definition;
        altIds = altIds == null ? List.of() : List.copyOf(altIds);
        consider = consider == null ? List.of() : List.copyOf(consider);
        subsets = subsets == null ? List.of() : List.copyOf(subsets);
    }
}
