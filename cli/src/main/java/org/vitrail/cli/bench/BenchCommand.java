package org.vitrail.cli.bench;

import picocli.CommandLine.Command;

/** What is measured. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures, and writes what came out into docs/benchmarks/.",
        subcommands = {StartBench.class, HarvestBench.class})
public final class BenchCommand {}
