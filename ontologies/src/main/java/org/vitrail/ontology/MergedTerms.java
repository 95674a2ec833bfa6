package org.vitrail.ontology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Terms of several sources as one vocabulary. Where several know a term, the first says what it is called and whether it
 * is obsolete, and all say its names in other languages, synonyms and parents: the shipped vocabulary keeps its French
 * labels, and its shortened lineages still close.
 */
public final class MergedTerms {
    private MergedTerms() {}

    /** @param sources the one that counts most first */
    public static List<Term> of(List<? extends Collection<Term>> sources) {
        Map<String, Term> merged = new LinkedHashMap<>();
        sources.forEach(terms -> terms.forEach(term -> merged.merge(term.id(), term, MergedTerms::both)));
        return List.copyOf(merged.values());
    }

    private static Term both(Term first, Term second) {
        Map<String, String> labels = new LinkedHashMap<>(second.labels());
        labels.putAll(first.labels());
        return new Term(
                first.id(),
                first.prefLabel(),
                labels,
                synonyms(first, second),
                first.branch() == Branch.OTHER ? second.branch() : first.branch(),
                first.obsolete() ? first.isA() : union(first.isA(), second.isA()),
                first.obsolete() ? first.partOf() : union(first.partOf(), second.partOf()),
                first.obsolete(),
                first.replacedBy(),
                first.notes());
    }

    private static List<Synonym> synonyms(Term first, Term second) {
        List<Synonym> all = new ArrayList<>(first.scopedSynonyms());
        Set<String> known = new LinkedHashSet<>(first.synonyms());
        known.add(first.prefLabel());
        second.scopedSynonyms().stream()
                .filter(other -> known.add(other.text()))
                .forEach(all::add);
        return all;
    }

    private static List<String> union(List<String> first, List<String> second) {
        Set<String> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
