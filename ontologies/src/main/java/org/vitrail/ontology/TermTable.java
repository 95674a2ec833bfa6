package org.vitrail.ontology;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Terms by CURIE with both closures computed beforehand: every question is answered in constant time. Immutable.
 * Cycles, which real ontologies hold, end nowhere and harm nothing; a parent that is not in the table still counts.
 */
public final class TermTable {
    private final Map<String, Term> terms;
    private final Map<String, Set<String>> ancestors;
    private final Map<String, Set<String>> partOfAncestors;

    private TermTable(Map<String, Term> terms) {
        this.terms = Collections.unmodifiableMap(terms);
        this.ancestors = closures(this::isAClosure);
        this.partOfAncestors = closures(this::partOfClosure);
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

    /** The is_a closure, itself included, nearest first; only itself for an unknown term, so that it can still be found. */
    public Set<String> ancestors(String curie) {
        Set<String> known = ancestors.get(curie);
        return known == null ? Set.of(curie) : known;
    }

    /**
     * What the term is part of: everything reached over is_a and part_of with at least one part_of step, nearest first.
     * Apart from {@link #ancestors}; empty for an unknown term.
     */
    public Set<String> partOfAncestors(String curie) {
        return partOfAncestors.getOrDefault(curie, Set.of());
    }

    /** All terms, in the order given. */
    public Collection<Term> terms() {
        return terms.values();
    }

    private Map<String, Set<String>> closures(Function<String, Set<String>> closure) {
        Map<String, Set<String>> all = new LinkedHashMap<>();
        terms.keySet().forEach(id -> all.put(id, Collections.unmodifiableSet(closure.apply(id))));
        return all;
    }

    private Set<String> isAClosure(String start) {
        return reach(List.of(start), Term::isA);
    }

    private Set<String> partOfClosure(String start) {
        Set<String> wholes = new LinkedHashSet<>();
        isAClosure(start).forEach(id -> wholes.addAll(parents(id, Term::partOf)));
        return reach(wholes, term -> {
            Set<String> both = new LinkedHashSet<>(term.partOf());
            both.addAll(term.isA());
            return both;
        });
    }

    private Set<String> reach(Collection<String> starts, Function<Term, ? extends Collection<String>> step) {
        Set<String> reached = new LinkedHashSet<>(starts);
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (String parent : parents(open.poll(), step)) {
                if (reached.add(parent)) {
                    open.add(parent);
                }
            }
        }
        return reached;
    }

    private Collection<String> parents(String id, Function<Term, ? extends Collection<String>> step) {
        Term term = terms.get(id);
        return term == null ? List.of() : step.apply(term);
    }

    /** Read once, when first asked for. */
    private static final class BuiltIn {
        private static final TermTable TABLE = of(VocabularyFile.readBuiltIn());
    }
}
