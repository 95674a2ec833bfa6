package org.vitrail.cli.demo;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vitrail demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Starts real engines, two nodes and the gateway, deposits image sets and finds them by a search.")
public final class DemoCommand implements Callable<Integer> {

    private static final int LOWEST_PORT = 5000;
    private static final int HIGHEST_OFFSET = 56_000;

    @Spec
    private CommandSpec spec;

    @Option(names = "--once", description = "Check everything, stop, and exit with 0 or 1.")
    private boolean once;

    @Option(names = "--port-offset", paramLabel = "N", description = "Add N to every port.", defaultValue = "0")
    private int portOffset;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep all data there; a second start finds it again. Without it, a temporary folder is used.")
    private Path data;

    @Option(
            names = "--samples",
            paramLabel = "DIR",
            description = "Deposit every dataset.yaml found below; without it, synthetic images are made.")
    private Path samples;

    @Option(names = "--report", paramLabel = "FILE", description = "Write a report as JSON, on failure too.")
    private Path report;

    @Override
    public Integer call() {
        if (portOffset < -LOWEST_PORT || portOffset > HIGHEST_OFFSET) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--port-offset " + portOffset + " leads to ports that do not exist; give a number up to "
                            + HIGHEST_OFFSET + ".");
        }
        return new Demo(new DemoOptions(once, portOffset, data, samples, report), System.out).run();
    }
}
