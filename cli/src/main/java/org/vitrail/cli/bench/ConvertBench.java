package org.vitrail.cli.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Conversion against its bounds: bare codec, cost of quality, python3-zarr, a whole way into S3, memory with a very large image. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        description =
                "The OME-Zarr writer beside the bare codec and python3-zarr, OME-TIFF to S3, and memory with a large image.")
final class ConvertBench implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--side",
            defaultValue = "8192",
            description = "side of the square image (default ${DEFAULT-VALUE})")
    private int side;

    @Mixin
    private Rounds rounds = new Rounds();

    @Option(names = "--threads", defaultValue = "2", description = "threads (default ${DEFAULT-VALUE})")
    private int threads;

    @Option(
            names = "--gigabytes",
            defaultValue = "100",
            description = "raw size of the large image, 0 to leave it out (default ${DEFAULT-VALUE})")
    private double gigabytes;

    @Mixin
    private BenchPage page = new BenchPage();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter progress = spec.commandLine().getOut();
        StringBuilder text = new StringBuilder(
                """
                # Conversion

                `./vitrail bench convert --side %d --rounds %d --threads %d --gigabytes %.0f`, %s, on %s. Ratios are what to compare
                between versions; absolute figures are orders of magnitude, since the machine may do other things at the same time.

                """.formatted(side, rounds.number(), threads, gigabytes, LocalDate.now(), Machine.describe()));
        text.append(new CodecAlone(side, threads).measure(rounds.number(), progress))
                .append('\n');
        text.append(new QualityCost(side, threads).measure(rounds.number(), progress))
                .append('\n');
        text.append(new PythonZarr(side, threads).measure(rounds.number(), progress))
                .append('\n');
        text.append(new TiffToStore(side, threads).measure(rounds.number(), progress));
        if (gigabytes > 0) {
            text.append('\n').append(new LargeSparse(gigabytes, threads).measure(progress));
        }
        page.write(text);
        return 0;
    }
}
