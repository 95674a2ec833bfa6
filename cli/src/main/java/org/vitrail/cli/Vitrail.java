package org.vitrail.cli;

import org.vitrail.cli.bench.BenchCommand;
import org.vitrail.cli.demo.DemoCommand;
import org.vitrail.cli.harvest.HarvestCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The tools and the demo that {@code ./vitrail} runs beside the applications. */
@Command(
        name = "vitrail",
        mixinStandardHelpOptions = true,
        description = "A federation of FAIR repositories for biological images.",
        subcommands = {DemoCommand.class, ServicesCommand.class, HarvestCommand.class, BenchCommand.class})
public final class Vitrail {

    private Vitrail() {}

    /** Runs one subcommand and exits with its code; 2 when the arguments cannot be used. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Vitrail()).execute(arguments));
    }
}
