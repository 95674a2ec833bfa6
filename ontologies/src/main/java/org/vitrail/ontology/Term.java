package org.vitrail.ontology;

import java.util.List;
import java.util.Map;

/**
 * A term of an ontology.
 *
 * @param id CURIE, as NCBITaxon:4577
 * @param prefLabel in the ontology's own language
 * @param labels language to label, as fr to "maïs"
 * @param isA CURIEs of direct parents; partOf likewise, kept apart
 * @param replacedBy CURIE of the term to use instead; null unless obsolete with a replacement
 */
public record Term(
        String id,
        String prefLabel,
        Map<String, String> labels,
        List<String> synonyms,
        Branch branch,
        List<String> isA,
        List<String> partOf,
        boolean obsolete,
        String replacedBy) {
    public Term {
        labels = labels == null ? Map.of() : Map.copyOf(labels);
        synonyms = synonyms == null ? List.of() : List.copyOf(synonyms);
        isA = isA == null ? List.of() : List.copyOf(isA);
        partOf = partOf == null ? List.of() : List.copyOf(partOf);
    }
}
