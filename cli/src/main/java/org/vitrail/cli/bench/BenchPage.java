package org.vitrail.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.vitrail.services.ProjectHome;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The page that a measurement fills. */
final class BenchPage {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "default: docs/benchmarks/${COMMAND-NAME}.md of the project")
    private Optional<Path> out;

    /** Writes it, makes its folder, and says where it is. */
    void write(CharSequence page) throws IOException {
        Path file = out.orElseGet(() -> ProjectHome.find().folder().resolve("docs/benchmarks/" + spec.name() + ".md"));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, page);
        spec.commandLine().getOut().println("Written: " + file);
    }
}
