package org.vitrail.cli.describe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.vitrail.cli.ontology.StoreOption;
import org.vitrail.pixels.Printable;
import org.vitrail.schema.dataset.DatasetDescription;
import org.vitrail.schema.dataset.DescriptionReader;
import org.vitrail.schema.dataset.UnreadableDescription;
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
        DescriptionReport report = DescriptionReport.of(description, file, store.table(), licenses);
        report.print(spec.commandLine().getOut(), language.language());
        return report.isSound() ? 0 : 1;
    }
}
