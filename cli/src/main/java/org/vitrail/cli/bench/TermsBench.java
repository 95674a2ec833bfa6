package org.vitrail.cli.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.vitrail.ontology.Term;
import org.vitrail.ontology.TermLookup;
import org.vitrail.ontology.TermTable;
import org.vitrail.ontology.load.OntologyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks terms up as a person types them, with the index and by looking at every name, and closes an ontology as large as CL. */
@Command(
        name = "terms",
        mixinStandardHelpOptions = true,
        description = "Milliseconds of a term look-up, beside a scan of all names, and seconds of a closure.")
final class TermsBench implements Callable<Integer> {
    private static final int LIMIT = 10;
    private static final int CL_CLASSES = 17_000;

    @Spec
    private CommandSpec spec;

    @Option(names = "--terms", defaultValue = "100000", description = "terms (default ${DEFAULT-VALUE})")
    private int count;

    @Option(names = "--questions", defaultValue = "2000", description = "look-ups a round (default ${DEFAULT-VALUE})")
    private int questions;

    @Option(names = "--ontology", paramLabel = "FILE", description = "close this one instead of a generated one")
    private Optional<Path> ontology;

    @Mixin
    private Rounds rounds = new Rounds();

    @Mixin
    private BenchPage page = new BenchPage();

    /** Milliseconds by the clock, sorted. */
    private record Times(double[] sorted) {
        double percentile(double part) {
            return sorted[(int) Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
        }
    }

    private record Closure(String what, int classes, long pairs, double seconds) {}

    private record Round(Times index, Times scan, Closure closure) {}

    @Override
    public Integer call() throws IOException {
        List<Term> terms = GeneratedTerms.of(count);
        TermLookup lookup = new TermLookup(TermTable.of(terms));
        TermScan scan = new TermScan(terms);
        List<String> asked = asked(terms);
        List<String> few = asked.subList(0, Math.max(1, questions / 20));
        List<Term> closed = closedTerms();
        checkSame(lookup, scan, few);
        List<Round> measured = new ArrayList<>();
        for (int i = 0; i <= rounds.number(); i++) {
            Round round = new Round(
                    times(asked, text -> lookup.search(text, LIMIT)),
                    times(few, text -> scan.search(text, LIMIT)),
                    closure(closed));
            if (i > 0) {
                measured.add(round);
            }
            print(round);
        }
        page.write(text(measured));
        return 0;
    }

    /** Beginnings of names as they grow, words in another order, and what is nowhere. */
    private List<String> asked(List<Term> terms) {
        Random random = new Random(7);
        List<String> asked = new ArrayList<>();
        while (asked.size() < questions) {
            Term term = terms.get(random.nextInt(terms.size()));
            String name =
                    random.nextBoolean() ? term.prefLabel() : term.synonyms().getFirst();
            String[] words = name.split(" ");
            switch (random.nextInt(10)) {
                case 0 -> asked.add(name);
                case 1 -> asked.add(words[words.length - 1]);
                case 2 -> asked.add(beginning(words[words.length - 1], 3) + " " + beginning(words[0], 4));
                case 3 -> asked.add("q" + beginning(name, 4));
                default -> asked.add(beginning(name, 1 + random.nextInt(12)));
            }
        }
        return asked;
    }

    private static String beginning(String text, int length) {
        return text.substring(0, Math.min(length, text.length())).strip();
    }

    /** Both ways have to find the same, or one is fast for nothing. */
    private static void checkSame(TermLookup lookup, TermScan scan, List<String> asked) {
        for (String text : asked.subList(0, Math.min(50, asked.size()))) {
            if (!lookup.search(text, LIMIT).equals(scan.search(text, LIMIT))) {
                throw new IllegalStateException("Index and scan differ over \"" + text + "\"");
            }
        }
    }

    private static Times times(List<String> asked, Consumer<String> search) {
        double[] milliseconds = new double[asked.size()];
        for (int i = 0; i < milliseconds.length; i++) {
            long start = System.nanoTime();
            search.accept(asked.get(i));
            milliseconds[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(milliseconds);
        return new Times(milliseconds);
    }

    private List<Term> closedTerms() throws IOException {
        return ontology.isPresent()
                ? OntologyFile.read(ontology.get(), OntologyFile.USUAL_LIMIT_BYTES)
                        .terms()
                : GeneratedTerms.of(CL_CLASSES);
    }

    private Closure closure(List<Term> terms) {
        long start = System.nanoTime();
        TermTable table = TermTable.of(terms);
        long pairs = 0;
        for (Term term : table.terms()) {
            pairs += table.ancestors(term.id()).size();
            pairs += table.partOfAncestors(term.id()).size();
        }
        String what =
                ontology.map(file -> file.getFileName().toString()).orElse("a generated ontology of the size of CL");
        return new Closure(what, terms.size(), pairs, (System.nanoTime() - start) / 1e9);
    }

    private void print(Round round) {
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "index p95 %.3f ms, scan p95 %.1f ms, closure %.2f s%n",
                        round.index.percentile(0.95),
                        round.scan.percentile(0.95),
                        round.closure.seconds);
        spec.commandLine().getOut().flush();
    }

    private String text(List<Round> measured) {
        Closure closure = measured.getFirst().closure;
        return """
                # Terms

                `./vitrail bench terms --terms %d --questions %d --rounds %d`, %s, on %s.

                Terms with three names each are looked up as a person types: beginnings of names as they grow, whole names, last
                words, two beginnings in another order, and what is nowhere. The scan looks at every name and sorts what fits, for
                a twentieth of the questions; both find the same. One round to warm up, medians of %d rounds.

                | %d terms, best %d asked for | p50 ms | p95 ms | p99 ms |
                |---|---|---|---|
                %s%s
                **The scan takes %.0f times as long at the median, %.0f times at p95.** That is what to compare between versions; the absolute
                figures are orders of magnitude, since the machine may do other things at the same time.

                Both closures of every class of %s (%d classes, %d pairs of a class and what it is a kind or a part of), the table's
                making included: **%.2f s**.
                """.formatted(
                        count,
                        questions,
                        rounds.number(),
                        LocalDate.now(),
                        Machine.describe(),
                        rounds.number(),
                        count,
                        LIMIT,
                        row("index", measured, true),
                        row("scan", measured, false),
                        Taken.median(measured, round -> round.scan.percentile(0.5) / round.index.percentile(0.5)),
                        Taken.median(measured, round -> round.scan.percentile(0.95) / round.index.percentile(0.95)),
                        closure.what,
                        closure.classes,
                        closure.pairs,
                        Taken.median(measured, round -> round.closure.seconds));
    }

    private static String row(String what, List<Round> measured, boolean index) {
        StringBuilder row = new StringBuilder("| " + what);
        for (double part : new double[] {0.5, 0.95, 0.99}) {
            double middle = Taken.median(measured, round -> (index ? round.index : round.scan).percentile(part));
            row.append(String.format(Locale.ROOT, " | %.3f", middle));
        }
        return row.append(" |\n").toString();
    }
}
