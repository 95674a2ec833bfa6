package org.vitrail.ontology;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Terms by CURIE, and what they are kinds and parts of. A closure is walked when it is asked for, over arrays of numbers:
 * some microseconds, and memory for the direct parents only. Cycles, which real ontologies hold, end nowhere and harm
 * nothing; a parent that is not in the table still counts. Immutable.
 */
public final class TermTable {
    private final Map<String, Term> terms;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final String[] ids;
    private final Map<String, String> merged = new HashMap<>();
    private final Links isA;
    private final Links partOf;
    private final Links kinds;

    private TermTable(Map<String, Term> terms) {
        this.terms = Collections.unmodifiableMap(terms);
        number();
        this.ids = new String[numbers.size()];
        numbers.forEach((id, number) -> ids[number] = id);
        this.isA = links(Term::isA);
        this.partOf = links(Term::partOf);
        this.kinds = isA.reversed();
    }

    /** A table of these terms; of several with one CURIE the first counts. */
    public static TermTable of(Collection<Term> terms) {
        Map<String, Term> byId = new LinkedHashMap<>();
        terms.forEach(term -> byId.putIfAbsent(term.id(), term));
        return new TermTable(byId);
    }

    /** The vocabulary that ships: organisms, imaging methods, some cell types and anatomy. One table for all callers. */
    public static TermTable builtIn() {
        return BuiltIn.TABLE;
    }

    public Optional<Term> findTerm(String curie) {
        return curie == null ? Optional.empty() : Optional.ofNullable(terms.get(curie));
    }

    /**
     * The term to use today: itself, or what replaces it, however often it was replaced, or what its alternative id was
     * merged into. Empty when it is unknown, or obsolete without a living replacement.
     */
    public Optional<Term> findCurrent(String curie) {
        Set<String> passed = new HashSet<>();
        String at = curie;
        while (at != null && passed.add(at)) {
            Term term = terms.get(at);
            if (term != null && !term.obsolete()) {
                return Optional.of(term);
            }
            String merge = merged.get(at);
            at = term == null || term.replacedBy() == null ? merge : term.replacedBy();
        }
        return Optional.empty();
    }

    /** The is_a closure, itself included, nearest first; only itself for an unknown term, so that it can still be found. */
    public Set<String> ancestors(String curie) {
        Integer number = numbers.get(curie);
        return number == null ? Set.of(curie) : named(Links.reach(new int[] {number}, isA));
    }

    /**
     * What the term is part of: everything reached over is_a and part_of with at least one part_of step, nearest first.
     * Apart from {@link #ancestors}; empty for an unknown term.
     */
    public Set<String> partOfAncestors(String curie) {
        Integer number = numbers.get(curie);
        if (number == null) {
            return Set.of();
        }
        int[] wholes = partOf.after(Links.reach(new int[] {number}, isA));
        return named(Links.reach(wholes, partOf, isA));
    }

    /** All kinds of the term, itself included, nearest first; only itself for an unknown term. */
    public Set<String> descendants(String curie) {
        Integer number = numbers.get(curie);
        return number == null ? Set.of(curie) : named(Links.reach(new int[] {number}, kinds));
    }

    /** All terms, in the order given. */
    public Collection<Term> terms() {
        return terms.values();
    }

    private void number() {
        terms.keySet().forEach(id -> numbers.put(id, numbers.size()));
        for (Term term : terms.values()) {
            term.isA().forEach(parent -> numbers.putIfAbsent(parent, numbers.size()));
            term.partOf().forEach(whole -> numbers.putIfAbsent(whole, numbers.size()));
            term.notes().altIds().forEach(old -> merged.putIfAbsent(old, term.id()));
        }
    }

    private Links links(Function<Term, List<String>> parents) {
        int[][] rows = new int[ids.length][];
        for (int i = 0; i < ids.length; i++) {
            Term term = terms.get(ids[i]);
            rows[i] = term == null
                    ? new int[0]
                    : parents.apply(term).stream().mapToInt(numbers::get).toArray();
        }
        return Links.of(rows);
    }

    private Set<String> named(int[] reached) {
        return new Reached(ids, numbers, reached);
    }

    /** Read once, when first asked for. */
    private static final class BuiltIn {
        private static final TermTable TABLE = of(VocabularyFile.readBuiltIn());
    }
}
