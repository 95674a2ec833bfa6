package org.vitrail.cli.describe;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.vitrail.cli.ontology.StoreOption;
import org.vitrail.ontology.TermCheck;
import org.vitrail.pixels.Printable;
import org.vitrail.schema.completeness.Completeness;
import org.vitrail.schema.completeness.Completeness.Suggested;
import org.vitrail.schema.dataset.DatasetDescription;
import org.vitrail.schema.dataset.DescriptionReader;
import org.vitrail.schema.dataset.DescriptionValidator;
import org.vitrail.schema.dataset.Fault;
import org.vitrail.schema.dataset.UnreadableDescription;
import org.vitrail.schema.language.Language;
import org.vitrail.schema.language.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a node would say of a description, and how complete it is. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Says what keeps a description from being submitted, and what would make it more useful.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:can be submitted", "1:has faults", "2:cannot be read"})
final class CheckCommand implements Callable<Integer> {
    private static final Wording TEXTS = new Wording(CheckCommand.class, "check");

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "a dataset.yaml, or the same as JSON")
    private Path file;

    @Option(
            names = "--license",
            paramLabel = "SPDX",
            description = "a license that the node accepts besides the usual ones")
    private Set<String> licenses = Set.of();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private StoreOption store = new StoreOption();

    @Override
    public Integer call() throws IOException {
        DatasetDescription description;
        try {
            description = DescriptionReader.readYaml(file);
        } catch (UnreadableDescription e) {
            spec.commandLine().getErr().println(Printable.of(e.in(language.language())));
            return 2;
        }
        List<Fault> faults = faults(description);
        PrintWriter out = spec.commandLine().getOut();
        print(out, faults);
        print(out, Completeness.of(description, language.language()));
        out.flush();
        return faults.isEmpty() ? 0 : 1;
    }

    private List<Fault> faults(DatasetDescription description) throws IOException {
        TermCheck terms = new TermCheck(store.table());
        List<Fault> faults = new ArrayList<>(new DescriptionValidator(terms::isKnown, licenses).validate(description));
        faults.addAll(terms.faults(description));
        faults.addAll(LocalFiles.missing(description, file.toAbsolutePath().getParent()));
        return faults;
    }

    private void print(PrintWriter out, List<Fault> faults) {
        String heading = faults.isEmpty() ? "no-fault" : faults.size() == 1 ? "one-fault" : "faults";
        out.println(text(heading, Map.of("number", faults.size())));
        for (Fault fault : faults) {
            out.println("  " + Printable.of(fault.sentence(language.language())));
        }
    }

    private void print(PrintWriter out, Completeness completeness) {
        out.println(text("score", Map.of("score", completeness.score())));
        for (Suggested suggested : completeness.suggestions()) {
            out.printf(
                    "  +%-3d %s: %s %s%n", suggested.gain(), suggested.path(), suggested.message(), suggested.reason());
        }
    }

    private String text(String key, Map<String, ?> values) {
        return TEXTS.text(language.language(), key, values);
    }

    static Set<String> texts(Language language) {
        return TEXTS.keys(language);
    }
}
