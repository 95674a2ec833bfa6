package org.vitrail.cli.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.vitrail.ontology.Branch;
import org.vitrail.ontology.Term;

/**
 * An ontology as large as wanted, the same each time: labels of one to five words, two synonyms a term, some words in very many
 * names and most in few, one to three parents among earlier terms, every other term part of another.
 */
final class GeneratedTerms {
    private static final String[] SYLLABLES = {
        "ne", "cor", "ti", "mi", "cro", "den", "dri", "cyt", "ep", "the", "li", "al", "gan", "glo", "ba", "so", "ma",
        "tic", "fi", "bro", "ret", "in", "hip", "po", "cam", "pal", "stri", "um", "car", "di", "ac", "my", "os", "te",
        "chon", "dro", "lym", "pho"
    };
    private static final int WORDS = 20_000;

    private final Random random = new Random(20_261_126);
    private final List<String> words = words();

    private GeneratedTerms() {}

    static List<Term> of(int count) {
        GeneratedTerms generated = new GeneratedTerms();
        List<Term> terms = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            terms.add(generated.term(i));
        }
        return terms;
    }

    private List<String> words() {
        Set<String> made = new HashSet<>();
        List<String> inOrder = new ArrayList<>();
        while (inOrder.size() < WORDS) {
            StringBuilder word = new StringBuilder();
            for (int i = 2 + random.nextInt(3); i > 0; i--) {
                word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            if (made.add(word.toString())) {
                inOrder.add(word.toString());
            }
        }
        return inOrder;
    }

    private Term term(int number) {
        String label = name();
        Branch[] branches = Branch.values();
        return new Term(
                "GEN:" + number,
                label,
                Map.of("en", label),
                List.of(name(), name()),
                branches[number % branches.length],
                parents(number, number == 0 ? 0 : 1 + random.nextInt(3)),
                parents(number, number % 2 == 0 || number < 10 ? 0 : 1),
                false,
                null);
    }

    private String name() {
        List<String> name = new ArrayList<>();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            double rare = random.nextDouble();
            name.add(words.get((int) (rare * rare * rare * WORDS)));
        }
        return String.join(" ", name);
    }

    /** Mostly among the latest third, so that the ontology is about as deep as the Cell Ontology. */
    private List<String> parents(int number, int count) {
        Set<String> parents = new HashSet<>();
        for (int i = 0; i < count; i++) {
            int back = 1 + (int) (number * Math.sqrt(random.nextDouble()) * 0.999);
            parents.add("GEN:" + Math.max(0, number - back));
        }
        return List.copyOf(parents);
    }
}
