package org.vitrail.cli.describe;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.vitrail.pixels.Printable;
import org.vitrail.schema.dataset.DescriptionWriter;
import org.vitrail.schema.dataset.UnreadableDescription;
import org.vitrail.schema.language.Language;
import org.vitrail.schema.language.Wording;
import org.vitrail.schema.madmp.MadmpReader;
import org.vitrail.schema.madmp.PlanNote;
import org.vitrail.schema.madmp.PlannedDataset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Begins a dataset.yaml with what a data management plan knows. */
@Command(
        name = "from-dmp",
        mixinStandardHelpOptions = true,
        description = "Prints a dataset.yaml with what a data management plan says, and on stderr what it does not.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:printed", "2:cannot be read"})
final class FromPlanCommand implements Callable<Integer> {
    private static final Wording TEXTS = new Wording(FromPlanCommand.class, "plan");

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "a plan as JSON of the RDA common standard (maDMP)")
    private Path file;

    @Option(
            names = "--dataset",
            paramLabel = "TITLE",
            description = "title or identifier of the data set, where the plan has several")
    private String dataset;

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        try {
            PlannedDataset planned = new MadmpReader(LocalDate.now()).read(Files.readAllBytes(file), dataset);
            PrintWriter out = spec.commandLine().getOut();
            out.print(DescriptionWriter.yaml(planned.description()));
            out.flush();
            tell(err, planned);
            return 0;
        } catch (UnreadableDescription e) {
            err.println(Printable.of(file.getFileName() + ": " + e.in(language.language())));
            return 2;
        }
    }

    private void tell(PrintWriter err, PlannedDataset planned) {
        err.println(TEXTS.text(language.language(), "taken", Map.of("fields", String.join(", ", planned.taken()))));
        for (PlanNote note : planned.notes()) {
            PlanNote.Told told = note.in(language.language());
            err.println(Printable.of("  " + told.path() + ": " + told.message()));
        }
        err.println(TEXTS.text(language.language(), "next", Map.of()));
    }

    static Set<String> texts(Language language) {
        return TEXTS.keys(language);
    }
}
