package org.vitrail.ontology;

import java.util.List;

/**
 * One version of an ontology, as its file says it.
 *
 * @param acronym letters, digits, {@code _ . -}; what the file calls itself, in capitals, as FBBI; empty where it does not
 * @param version as the file names it, as releases/2019-03-07; empty where it does not
 * @param terms in the file's order, each CURIE once
 */
public record Ontology(String acronym, String version, List<Term> terms) {
    public Ontology {
        terms = List.copyOf(terms);
    }
}
