package org.vitrail.cli.ontology;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.vitrail.ontology.Synonym;
import org.vitrail.ontology.Term;
import org.vitrail.ontology.TermTable;
import org.vitrail.ontology.store.KeptVersion;
import org.vitrail.ontology.store.OntologyStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows all that is known of one term. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description =
                "Shows a term: names, parents, what it is a kind and a part of, and the versions in which it stands.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:found", "1:unknown"})
final class ShowCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "CURIE", description = "as NCBITaxon:4577")
    private String curie;

    @Mixin
    private StoreOption store = new StoreOption();

    @Override
    public Integer call() throws IOException {
        TermTable table = store.table();
        PrintWriter out = spec.commandLine().getOut();
        Optional<Term> found = table.findTerm(curie).or(() -> table.findCurrent(curie));
        found.ifPresentOrElse(
                term -> print(out, table, term),
                () -> out.println(curie + " is not in any version in use, nor shipped."));
        List<String> versions = versions(found.map(Term::id).orElse(curie));
        line(out, "stands in", String.join(", ", versions));
        out.flush();
        return found.isPresent() ? 0 : 1;
    }

    private static void print(PrintWriter out, TermTable table, Term term) {
        out.println(term.id() + "  " + term.prefLabel());
        if (term.obsolete()) {
            out.println("  obsolete" + instead(table, term));
        }
        new TreeMap<>(term.labels()).forEach((language, label) -> line(out, "label " + language, label));
        line(out, "definition", term.notes().definition());
        for (Synonym synonym : term.scopedSynonyms()) {
            line(out, synonym.scope().name().toLowerCase(Locale.ROOT), synonym.text());
        }
        line(out, "alternative ids", String.join(", ", term.notes().altIds()));
        line(out, "branch", term.branch().name().toLowerCase(Locale.ROOT));
        line(out, "is a", named(table, term.isA()));
        line(out, "part of", named(table, term.partOf()));
        line(
                out,
                "kinds of",
                named(table, table.ancestors(term.id()).stream().skip(1).toList()));
        line(out, "within", named(table, table.partOfAncestors(term.id())));
        line(out, "has kinds", String.valueOf(table.descendants(term.id()).size() - 1));
    }

    private static String instead(TermTable table, Term term) {
        Optional<Term> current = table.findCurrent(term.id());
        if (current.isPresent()) {
            return "; use " + named(table, List.of(current.get().id()));
        }
        if (term.replacedBy() != null) {
            return "; replaced by " + term.replacedBy() + ", which is not known here";
        }
        return term.notes().consider().isEmpty()
                ? ", without replacement"
                : "; consider " + named(table, term.notes().consider());
    }

    private List<String> versions(String id) throws IOException {
        OntologyStore kept = store.store();
        List<String> in = new ArrayList<>();
        for (KeptVersion version : kept.versions()) {
            if (kept.read(version).terms().stream().anyMatch(term -> term.id().equals(id))) {
                in.add(version.acronym() + " " + version.version());
            }
        }
        if (TermTable.builtIn().findTerm(id).isPresent()) {
            in.add("the shipped vocabulary");
        }
        return in;
    }

    private static String named(TermTable table, Collection<String> ids) {
        return ids.stream()
                .map(id -> table.findTerm(id)
                        .map(term -> id + " " + term.prefLabel())
                        .orElse(id))
                .collect(Collectors.joining(", "));
    }

    private static void line(PrintWriter out, String what, String value) {
        if (!value.isEmpty()) {
            out.printf("  %-16s %s%n", what, value);
        }
    }
}
