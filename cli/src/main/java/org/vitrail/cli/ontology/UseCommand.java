package org.vitrail.cli.ontology;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Chooses a version. */
@Command(
        name = "use",
        mixinStandardHelpOptions = true,
        description = "Chooses the version of an ontology that is used; a running node takes it at its next start.")
final class UseCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ACRONYM")
    private String acronym;

    @Parameters(index = "1", paramLabel = "VERSION", description = "as list shows it, or newest")
    private String version;

    @Mixin
    private StoreOption store = new StoreOption();

    @Override
    public Integer call() throws IOException {
        store.store().use(acronym, version.equals("newest") ? Optional.empty() : Optional.of(version));
        spec.commandLine().getOut().println("In use: " + acronym + " " + version);
        return 0;
    }
}
