package org.vitrail.cli;

import org.vitrail.cli.bench.BenchCommand;
import org.vitrail.cli.demo.DemoCommand;
import org.vitrail.cli.deposit.DepositCommand;
import org.vitrail.cli.describe.DescribeCommand;
import org.vitrail.cli.harvest.HarvestCommand;
import org.vitrail.cli.image.ConvertCommand;
import org.vitrail.cli.image.InspectCommand;
import org.vitrail.cli.image.ValidateCommand;
import org.vitrail.cli.ontology.OntologiesCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The tools and the demo that {@code ./vitrail} runs beside the applications. */
@Command(
        name = "vitrail",
        mixinStandardHelpOptions = true,
        description = "A federation of FAIR repositories for biological images.",
        subcommands = {
            BenchCommand.class,
            ConvertCommand.class,
            DemoCommand.class,
            DepositCommand.class,
            DescribeCommand.class,
            HarvestCommand.class,
            InspectCommand.class,
            OntologiesCommand.class,
            ServicesCommand.class,
            ValidateCommand.class
        })
public final class Vitrail {

    private Vitrail() {}

    /** Runs one subcommand and exits with its code; 2 when the arguments cannot be used. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** All commands, as {@link #main} runs them. */
    public static CommandLine commandLine() {
        return new CommandLine(new Vitrail())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new PlainUsage())
                .setExecutionExceptionHandler(new PlainFailures());
    }
}
