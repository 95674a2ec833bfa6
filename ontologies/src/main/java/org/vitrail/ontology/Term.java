package org.vitrail.ontology;

import java.util.List;
import java.util.Map;

/**
 * A term of an ontology.
 *
 * @param id CURIE, as NCBITaxon:4577; the IRI where the ontology has no CURIEs
 * @param prefLabel in the ontology's own language
 * @param labels language to label, as fr to "maïs"
 * @param scopedSynonyms other names, in the ontology's order
 * @param isA CURIEs of direct parents; partOf likewise, kept apart
 * @param replacedBy CURIE of the term to use instead; null unless obsolete with a replacement
 */
public record Term(
        String id,
        String prefLabel,
        Map<String, String> labels,
        List<Synonym> scopedSynonyms,
        Branch branch,
        List<String> isA,
        List<String> partOf,
        boolean obsolete,
        String replacedBy,
        TermNotes notes) {
    public Term {
        labels = labels == null ? Map.of() : Map.copyOf(labels);
        scopedSynonyms = scopedSynonyms == null ? List.of() : List.copyOf(scopedSynonyms);
        isA = isA == null ? List.of() : List.copyOf(isA);
        partOf = partOf == null ? List.of() : List.copyOf(partOf);
        notes = notes == null ? TermNotes.NONE : notes;
    }

    /** A term whose synonyms all mean exactly it, without notes. */
    public Term(
            String id,
            String prefLabel,
            Map<String, String> labels,
            List<String> synonyms,
            Branch branch,
            List<String> isA,
            List<String> partOf,
            boolean obsolete,
            String replacedBy) {
        this(id, prefLabel, labels, exact(synonyms), branch, isA, partOf, obsolete, replacedBy, TermNotes.NONE);
    }

    /** The other names whatever their scope, in the ontology's order. */
    public List<String> synonyms() {
        return scopedSynonyms.stream().map(Synonym::text).toList();
    }

    private static List<Synonym> exact(List<String> synonyms) {
        return synonyms == null
                ? List.of()
                : synonyms.stream()
                        .map(text -> new Synonym(text, Synonym.Scope.EXACT))
                        .toList();
    }
}
