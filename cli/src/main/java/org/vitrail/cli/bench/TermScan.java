package org.vitrail.cli.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.vitrail.ontology.Term;

/** The plain way to find terms, to compare with: every name is looked at, what fits is sorted. */
final class TermScan {
    private static final int NOT_FOUND = Integer.MAX_VALUE;

    private record Name(String text, Term term, int synonym) {}

    private record Hit(Name name, int rank) {}

    private final List<Name> names = new ArrayList<>();

    TermScan(Collection<Term> terms) {
        for (Term term : terms) {
            names.add(new Name(term.prefLabel(), term, 0));
            term.synonyms().forEach(synonym -> names.add(new Name(synonym, term, 1)));
        }
    }

    List<Term> search(String asked, int limit) {
        return names.stream()
                .map(name -> new Hit(name, rank(name, asked)))
                .filter(hit -> hit.rank < NOT_FOUND)
                .sorted(Comparator.comparingInt(Hit::rank)
                        .thenComparingInt(hit -> hit.name.text.length())
                        .thenComparing(hit -> hit.name.text)
                        .thenComparing(hit -> hit.name.term.id()))
                .map(hit -> hit.name.term)
                .distinct()
                .limit(limit)
                .toList();
    }

    private static int rank(Name name, String asked) {
        String text = name.text;
        if (text.startsWith(asked)) {
            return text.length() == asked.length() ? name.synonym : 2 + name.synonym;
        }
        if (text.contains(" " + asked)) {
            return 4 + name.synonym;
        }
        for (String word : asked.split(" ")) {
            if (!text.startsWith(word) && !text.contains(" " + word)) {
                return NOT_FOUND;
            }
        }
        return 6 + name.synonym;
    }
}
