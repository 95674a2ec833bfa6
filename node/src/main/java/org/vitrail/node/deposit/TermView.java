package org.vitrail.node.deposit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.vitrail.ontology.Term;
import org.vitrail.ontology.TermLookup;

/**
 * A term as the API shows it.
 *
 * @param replacement the term to use instead of an obsolete one; null where it is not obsolete, or there is none
 */
public record TermView(
        String id,
        String label,
        Map<String, String> labels,
        List<String> synonyms,
        String branch,
        boolean obsolete,
        @JsonInclude(JsonInclude.Include.NON_NULL) Named replacement) {

    /** A term by its name alone. */
    public record Named(String id, String label) {}

    static TermView of(Term term, TermLookup lookup) {
        return new TermView(
                term.id(),
                term.prefLabel(),
                term.labels(),
                term.synonyms(),
                term.branch().name(),
                term.obsolete(),
                lookup.findReplacement(term)
                        .map(now -> new Named(now.id(), now.prefLabel()))
                        .orElse(null));
    }
}
