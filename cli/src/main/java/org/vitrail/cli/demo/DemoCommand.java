package org.vitrail.cli.demo;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vitrail demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Starts real engines, two nodes and the gateway, deposits image sets and finds them by a search.")
public final class DemoCommand implements Callable<Integer> {

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
        return new Demo(new DemoOptions(once, portOffset, data, samples, report), System.out).run();
    }
}
