package org.vitrail.cli.bench;

import picocli.CommandLine.Command;

/** What is measured. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures, and writes what came out into docs/benchmarks/.",
        subcommands = {
            ConvertBench.class,
            HarvestBench.class,
            LandingBench.class,
            OaiBench.class,
            SparqlBench.class,
            StartBench.class,
            TermsBench.class,
            TilesBench.class
        })
public final class BenchCommand {}
