package org.vitrail.ontology;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * All names of living terms, folded and sorted, and for each of their words the names in which it stands: beginnings of
 * names and of words are ranges of sorted arrays. Immutable.
 */
final class NameIndex {

    /** A range of a sorted array, the end exclusive. */
    record Range(int from, int to) {}

    private final String[] names;
    private final Term[] terms;
    private final boolean[] labels;
    private final String[] words;
    private final int[] offsets;
    private final int[] postings;

    private record Name(String folded, Term term, boolean label) {}

    NameIndex(Collection<Term> all) {
        Name[] sorted = all.stream()
                .filter(term -> !term.obsolete())
                .flatMap(term -> namesOf(term).stream())
                .sorted(Comparator.comparing(Name::folded))
                .toArray(Name[]::new);
        names = new String[sorted.length];
        terms = new Term[sorted.length];
        labels = new boolean[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            names[i] = sorted[i].folded;
            terms[i] = sorted[i].term;
            labels[i] = sorted[i].label;
        }
        Map<String, int[]> byWord = postings(names);
        words = byWord.keySet().toArray(String[]::new);
        Arrays.sort(words);
        offsets = new int[words.length + 1];
        for (int i = 0; i < words.length; i++) {
            offsets[i + 1] = offsets[i] + byWord.get(words[i]).length;
        }
        postings = new int[offsets[words.length]];
        for (int i = 0; i < words.length; i++) {
            int[] row = byWord.get(words[i]);
            System.arraycopy(row, 0, postings, offsets[i], row.length);
        }
    }

    String name(int number) {
        return names[number];
    }

    Term term(int number) {
        return terms[number];
    }

    /** Whether a name is a label of its term, in whatever language; else it is a synonym. */
    boolean isLabel(int number) {
        return labels[number];
    }

    /** Names that begin with the text. */
    Range namesFrom(String text) {
        return range(names, text);
    }

    /** Each name that has a word beginning so; one with several such words comes several times. */
    void eachNameWith(String beginning, IntConsumer name) {
        Range range = range(words, beginning);
        for (int i = offsets[range.from]; i < offsets[range.to]; i++) {
            name.accept(postings[i]);
        }
    }

    /** The numbers of the names that have a word beginning so; the caller's to change. */
    BitSet namesWith(String beginning) {
        BitSet found = new BitSet(names.length);
        eachNameWith(beginning, found::set);
        return found;
    }

    private static Range range(String[] sorted, String beginning) {
        return new Range(firstNotBefore(sorted, beginning), firstNotBefore(sorted, beginning + Character.MAX_VALUE));
    }

    private static int firstNotBefore(String[] sorted, String key) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle].compareTo(key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static Map<String, int[]> postings(String[] names) {
        Map<String, int[]> rows = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (int number = 0; number < names.length; number++) {
            for (String word : names[number].split(" ")) {
                int count = counts.merge(word, 1, Integer::sum);
                int[] row = rows.computeIfAbsent(word, w -> new int[1]);
                if (count > row.length) {
                    row = Arrays.copyOf(row, 2 * row.length);
                    rows.put(word, row);
                }
                row[count - 1] = number;
            }
        }
        rows.replaceAll((word, row) -> Arrays.copyOf(row, counts.get(word)));
        return rows;
    }

    private static List<Name> namesOf(Term term) {
        Map<String, Boolean> names = new LinkedHashMap<>();
        names.put(Words.folded(term.prefLabel()), true);
        term.labels().values().forEach(label -> names.put(Words.folded(label), true));
        term.scopedSynonyms().forEach(synonym -> names.putIfAbsent(Words.folded(synonym.text()), false));
        names.remove("");
        return names.entrySet().stream()
                .map(name -> new Name(name.getKey(), term, name.getValue()))
                .toList();
    }
}
