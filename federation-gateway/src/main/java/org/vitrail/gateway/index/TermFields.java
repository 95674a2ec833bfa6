package org.vitrail.gateway.index;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.vitrail.ontology.Term;
import org.vitrail.ontology.TermTable;
import org.vitrail.schema.dataset.TermReference;

/**
 * Gathers the terms of one record: its own, their ancestors by {@code is_a} and, apart from them, by {@code part_of}, so that a
 * search for an ancestor is one exact filter.
 */
public final class TermFields {
    /** Between a term's CURIE and its label in a facet's value; stands in neither. */
    public static final String SEPARATOR = "\t";

    private final TermTable table;
    private final Map<TermBranch, Set<TermReference>> own = new EnumMap<>(TermBranch.class);
    private final Set<String> words = new LinkedHashSet<>();

    TermFields(TermTable table) {
        this.table = table;
        for (TermBranch branch : TermBranch.values()) {
            own.put(branch, new LinkedHashSet<>());
        }
    }

    /** Adds terms of a known kind. */
    TermFields add(TermBranch branch, List<TermReference> references) {
        references.stream().filter(reference -> !reference.notApplicable()).forEach(reference -> {
            own.get(branch).add(reference);
            addWords(reference);
        });
        return this;
    }

    /** Adds terms of any kind, each where its ontology puts it. */
    TermFields addSorted(List<TermReference> references) {
        references.forEach(reference -> add(branchOf(reference), List.of(reference)));
        return this;
    }

    private TermBranch branchOf(TermReference reference) {
        if (reference.id() == null) {
            return TermBranch.TERM;
        }
        return table.findTerm(reference.id())
                .map(term -> TermBranch.of(term.branch()))
                .orElseGet(() -> TermBranch.ofCurie(reference.id()));
    }

    private void addWords(TermReference reference) {
        if (reference.label() != null) {
            words.add(reference.label());
        }
        if (reference.id() != null) {
            table.findTerm(reference.id()).ifPresent(this::addWords);
        }
    }

    private void addWords(Term term) {
        words.add(term.prefLabel());
        words.addAll(term.labels().values());
        words.addAll(term.synonyms());
    }

    /** Writes {@code own}, {@code facet}, {@code isA}, {@code partOf} and {@code terms}. */
    void writeTo(ObjectNode document) {
        ObjectNode ownField = document.putObject("own");
        ObjectNode facetField = document.putObject("facet");
        ObjectNode isA = document.putObject("isA");
        ObjectNode partOf = document.putObject("partOf");
        own.forEach((branch, references) -> {
            Set<String> ids = new TreeSet<>();
            Set<String> labelled = new TreeSet<>();
            Set<String> kinds = new TreeSet<>();
            Set<String> wholes = new TreeSet<>();
            for (TermReference reference : references) {
                String id = idOf(reference);
                ids.add(id);
                labelled.add(id + SEPARATOR + labelOf(reference));
                kinds.add(id);
                kinds.addAll(table.ancestors(id));
                wholes.addAll(table.partOfAncestors(id));
            }
            put(ownField, branch, ids);
            put(facetField, branch, labelled);
            put(isA, branch, kinds);
            put(partOf, branch, wholes);
        });
        DocumentJson.strings(document, "terms", words);
    }

    private static void put(ObjectNode field, TermBranch branch, Collection<String> values) {
        DocumentJson.strings(field, branch.word(), values);
    }

    /** A term that a curator has yet to map has no CURIE; its label takes that place. */
    private static String idOf(TermReference reference) {
        return reference.id() != null ? reference.id() : String.valueOf(reference.label());
    }

    private String labelOf(TermReference reference) {
        return table.findTerm(idOf(reference))
                .map(Term::prefLabel)
                .orElse(reference.label() != null ? reference.label() : idOf(reference));
    }
}
