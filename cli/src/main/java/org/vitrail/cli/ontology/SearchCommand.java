package org.vitrail.cli.ontology;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vitrail.ontology.Branch;
import org.vitrail.ontology.Term;
import org.vitrail.ontology.TermLookup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds terms by words. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "Finds terms by CURIE, name or beginnings of words, in English and French.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:found", "1:nothing found"})
final class SearchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TEXT", arity = "1..*")
    private List<String> words;

    @Option(names = "--limit", defaultValue = "10", description = "terms at most (default ${DEFAULT-VALUE})")
    private int limit;

    @Option(names = "--branch", description = "only: ${COMPLETION-CANDIDATES}")
    private Optional<Branch> branch;

    @Mixin
    private RemoteSearch remote = new RemoteSearch();

    @Mixin
    private StoreOption store = new StoreOption();

    @Override
    public Integer call() throws IOException {
        String text = String.join(" ", words);
        List<Term> found = new TermLookup(store.table()).search(text, branch, limit);
        PrintWriter out = spec.commandLine().getOut();
        for (Term term : found) {
            String french = term.labels().getOrDefault("fr", "");
            out.printf(
                    "%-20s %s%s%s%n",
                    term.id(),
                    term.prefLabel(),
                    french.isEmpty() ? "" : " (" + french + ")",
                    term.obsolete() ? " [obsolete]" : "");
        }
        if (found.isEmpty()) {
            out.println("No term is called so.");
        }
        remote.print(text, limit, out);
        out.flush();
        return found.isEmpty() ? 1 : 0;
    }
}
