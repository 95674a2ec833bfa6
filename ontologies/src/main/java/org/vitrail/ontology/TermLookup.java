package org.vitrail.ontology;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds terms by what people type, in English or French, without regard to accents and case. Immutable; a search looks at
 * ranges of sorted arrays (docs/benchmarks/terms.md). Obsolete terms are found by their CURIE only.
 */
public final class TermLookup {
    private static final int NAME_BEGINS = 2;
    private static final int WORD_BEGINS = 4;
    private static final int ALL_WORDS = 6;

    /** A term seen in a text, with the words that named it, as written. */
    public record Recognition(String text, Term term) {}

    private final TermTable table;
    private final NameIndex index;
    private final Recognizer recognizer;

    public TermLookup(TermTable table) {
        this.table = table;
        this.index = new NameIndex(table.terms());
        this.recognizer = new Recognizer(table);
    }

    /** As {@link #search(String, Optional, int)}, in all branches. */
    public List<Term> search(String text, int limit) {
        return search(text, Optional.empty(), limit);
    }

    /**
     * The best terms for a word, a beginning of one, several words in any order, or a CURIE: whole names, then beginnings of
     * names, then beginnings of words, then all words anywhere; of each kind labels before synonyms, short names before long
     * ones.
     *
     * @param branch only terms of it
     * @param limit at most so many terms, each once
     */
    public List<Term> search(String text, Optional<Branch> branch, int limit) {
        if (limit < 1) {
            return List.of();
        }
        Predicate<Term> wanted = term -> branch.isEmpty() || term.branch() == branch.get();
        Map<String, Term> found = new LinkedHashMap<>();
        byCurie(text.strip()).filter(wanted).ifPresent(term -> found.put(term.id(), term));
        String asked = Words.folded(text);
        if (!asked.isEmpty()) {
            byName(asked, new BestHits(limit, wanted)).forEach(term -> found.putIfAbsent(term.id(), term));
        }
        return found.values().stream().limit(limit).toList();
    }

    /** The term to use instead of an obsolete one, as {@link TermTable#findCurrent}; empty for a living term. */
    public Optional<Term> findReplacement(Term term) {
        return term.obsolete() ? table.findCurrent(term.id()) : Optional.empty();
    }

    /** The longest names of terms in the text, from left to right, not overlapping; each term once. */
    public List<Recognition> recognize(String freeText) {
        return recognizer.recognize(freeText);
    }

    private Optional<Term> byCurie(String curie) {
        return table.findTerm(curie).or(() -> table.findCurrent(curie));
    }

    private List<Term> byName(String asked, BestHits best) {
        NameIndex.Range beginning = index.namesFrom(asked);
        for (int i = beginning.from(); i < beginning.to(); i++) {
            int rank = index.name(i).length() == asked.length() ? 0 : NAME_BEGINS;
            best.offer(rank + synonym(i), index.name(i), index.term(i));
        }
        if (!best.isFullBefore(WORD_BEGINS)) {
            byWords(asked, best);
        }
        return best.bestFirst();
    }

    /** Names in which each word asked for begins one: of many words, those that all have in common. */
    private void byWords(String asked, BestHits best) {
        String inner = " " + asked;
        String[] words = asked.split(" ");
        if (words.length == 1) {
            index.eachNameWith(asked, number -> offer(number, inner, best));
            return;
        }
        BitSet common = index.namesWith(words[0]);
        for (int i = 1; i < words.length && !common.isEmpty(); i++) {
            common.and(index.namesWith(words[i]));
        }
        common.stream().forEach(number -> offer(number, inner, best));
    }

    private void offer(int number, String inner, BestHits best) {
        String name = index.name(number);
        if (!best.isBehind(WORD_BEGINS, name)) {
            int rank = name.contains(inner) ? WORD_BEGINS : ALL_WORDS;
            best.offer(rank + synonym(number), name, index.term(number));
        }
    }

    private int synonym(int number) {
        return index.isLabel(number) ? 0 : 1;
    }
}
