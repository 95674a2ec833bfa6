package org.vitrail.ontology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.vitrail.ontology.TermLookup.Recognition;

/** Finds the longest names of terms in free text. Acronyms count only when written so: STORM is no storm. */
final class Recognizer {
    private static final Pattern ACRONYM = Pattern.compile("[A-Z]{2,6}");

    /** Names that mean something else in the other language, or nearly everything. */
    private static final Set<String> IGNORED = Set.of(
            "rate",
            "os",
            "chat",
            "sang",
            "rein",
            "pan",
            "cil",
            "porc",
            "virus",
            "cell",
            "cellule",
            "tissue",
            "tissu",
            "organ",
            "organe",
            "microscopy",
            "microscopie",
            "imaging method",
            "methode d imagerie",
            "recorded image",
            "photograph",
            "image enregistree",
            "macroscopy",
            "tube",
            "trunk",
            "root",
            "montage",
            "diagram",
            "drawing",
            "artwork",
            "animation",
            "life cycle",
            "stage");

    private final Map<String, Term> byName = new HashMap<>();
    private final Set<String> acronyms = new HashSet<>();

    /** Words of the longest name that begins with a word: most words begin none, so a text is read about once. */
    private final Map<String, Integer> longest = new HashMap<>();

    Recognizer(TermTable table) {
        table.terms().forEach(term -> add(term, List.of(term.prefLabel())));
        table.terms().forEach(term -> add(term, term.labels().values()));
        table.terms().forEach(term -> add(term, exactSynonyms(term)));
    }

    /** What is only narrower, broader or related would name the wrong term in a text. */
    private static List<String> exactSynonyms(Term term) {
        return term.scopedSynonyms().stream()
                .filter(synonym -> synonym.scope() == Synonym.Scope.EXACT)
                .map(Synonym::text)
                .toList();
    }

    /** Of several terms with one name the first added counts: labels go before synonyms. */
    private void add(Term term, Collection<String> names) {
        if (term.obsolete() || term.branch() == Branch.OTHER) {
            return;
        }
        for (String name : names) {
            List<Words.Word> words = Words.of(name);
            String folded = Words.folded(name);
            if (folded.length() > 2 && !IGNORED.contains(folded) && byName.putIfAbsent(folded, term) == null) {
                longest.merge(words.getFirst().folded(), words.size(), Math::max);
                if (ACRONYM.matcher(name).matches()) {
                    acronyms.add(folded);
                }
            }
        }
    }

    List<Recognition> recognize(String text) {
        List<Words.Word> words = Words.of(text);
        List<Recognition> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int at = 0;
        while (at < words.size()) {
            int length = Math.min(longest.getOrDefault(words.get(at).folded(), 1), words.size() - at);
            Term term = null;
            while (length > 0 && (term = find(text, words.subList(at, at + length))) == null) {
                length--;
            }
            if (term != null && seen.add(term.id())) {
                found.add(new Recognition(
                        text.substring(
                                words.get(at).start(),
                                words.get(at + length - 1).end()),
                        term));
            }
            at += Math.max(1, length);
        }
        return found;
    }

    private Term find(String text, List<Words.Word> words) {
        StringBuilder name = new StringBuilder();
        words.forEach(word -> name.append(name.isEmpty() ? "" : " ").append(word.folded()));
        Term term = byName.get(name.toString());
        if (term != null) {
            String written =
                    text.substring(words.getFirst().start(), words.getLast().end());
            return acronyms.contains(name.toString())
                            && !ACRONYM.matcher(written).matches()
                    ? null
                    : term;
        }
        boolean plural = name.length() > 4 && name.charAt(name.length() - 1) == 's';
        String singular = plural ? name.substring(0, name.length() - 1) : "";
        return acronyms.contains(singular) ? null : byName.get(singular);
    }
}
