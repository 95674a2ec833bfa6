package org.vitrail.cli.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import org.vitrail.omezarr.OmeZarrWriter;
import org.vitrail.omezarr.WriteOptions;
import org.vitrail.omezarr.codec.BloscCodec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Writes a generated image, with all levels, digest, ranges, thumbnail and hashes, into a store that forgets; and runs the same codec
 * alone over the same bytes of full resolution on as many threads. The ratio is what is left for everything beside compression.
 */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        description = "Megabytes per second of the OME-Zarr writer, beside the bare codec over the same bytes.")
final class ConvertBench implements Callable<Integer> {

    private static final int CHUNK = 512;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--side",
            defaultValue = "8192",
            description = "side of the square image (default ${DEFAULT-VALUE})")
    private int side;

    @Option(names = "--rounds", defaultValue = "5", description = "measured rounds (default ${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--threads", defaultValue = "2", description = "threads (default ${DEFAULT-VALUE})")
    private int threads;

    @Option(names = "--out", paramLabel = "FILE", description = "default: docs/benchmarks/convert.md of the project")
    private Optional<Path> out;

    /** Seconds by the clock, and of processor time of the whole process. */
    private record Taken(double clock, double processor) {}

    private record Round(Taken writer, Taken codec) {
        double ratio() {
            return codec.processor / writer.processor;
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        GeneratedImage image = new GeneratedImage(side);
        measure(image);
        Round[] measured = new Round[rounds];
        PrintWriter progress = spec.commandLine().getOut();
        for (int i = 0; i < rounds; i++) {
            measured[i] = measure(image);
            progress.printf(
                    Locale.ROOT,
                    "writer %.2f s, codec alone %.2f s, %.0f %%%n",
                    measured[i].writer.clock,
                    measured[i].codec.clock,
                    100 * measured[i].ratio());
            progress.flush();
        }
        Path file = out.orElseGet(
                () -> Path.of(Optional.ofNullable(System.getenv("VITRAIL_HOME")).orElse("."))
                        .resolve("docs/benchmarks/convert.md"));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text(measured));
        progress.println("Written: " + file);
        return 0;
    }

    private Round measure(GeneratedImage image) throws IOException, InterruptedException {
        OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long[] clock = new long[3];
        long[] processor = new long[3];
        for (int i = 0; i < 3; i++) {
            if (i == 1) {
                OmeZarrWriter.write(
                        image, new ForgettingStore(), WriteOptions.defaults().withThreads(threads));
            } else if (i == 2) {
                codecAlone(image);
            }
            clock[i] = System.nanoTime();
            processor[i] = process.getProcessCpuTime();
        }
        return new Round(
                new Taken((clock[1] - clock[0]) / 1e9, (processor[1] - processor[0]) / 1e9),
                new Taken((clock[2] - clock[1]) / 1e9, (processor[2] - processor[1]) / 1e9));
    }

    /** Cutting out the chunks is counted for both. */
    private void codecAlone(GeneratedImage image) throws InterruptedException {
        BloscCodec codec = new BloscCodec("zstd", 3, 2);
        List<Callable<Integer>> work = new ArrayList<>();
        for (int y = 0; y < side; y += CHUNK) {
            for (int x = 0; x < side; x += CHUNK) {
                int top = y;
                int left = x;
                work.add(() -> {
                    byte[] chunk = new byte[CHUNK * CHUNK * 2];
                    image.read(0, 0, 0, top, left, Math.min(CHUNK, side - top), Math.min(CHUNK, side - left), chunk);
                    return codec.encode(chunk).length;
                });
            }
        }
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            for (Future<Integer> done : workers.invokeAll(work)) {
                done.resultNow();
            }
        }
    }

    private String text(Round[] measured) {
        double megabytes = 2.0 * side * side / 1e6;
        double writer = median(measured, round -> round.writer.clock);
        double codec = median(measured, round -> round.codec.clock);
        return """
                # Conversion

                `./vitrail bench convert --side %d --rounds %d --threads %d`, %s, on %s.

                A generated uint16 image of %d × %d (noise over smooth shapes) in memory is written as OME-Zarr 0.5 with all levels, pixel
                digest, value ranges, thumbnail and SHA-256 of every object, into a store that forgets; then blosc (zstd 3, shuffle) alone
                compresses the same bytes of full resolution. One round to warm up, medians of %d rounds.

                | | seconds | processor seconds | MB/s of raw full resolution |
                |---|---|---|---|
                | writer with everything | %.2f | %.2f | %.0f |
                | the codec alone, same chunks, same threads | %.2f | %.2f | %.0f |

                **Writer at %.0f %% of the codec alone**, by processor time (the pyramid adds a third to what has to be compressed). The ratio is what to
                compare between versions; absolute figures are orders of magnitude, since the machine may do other things at the same time.
                """.formatted(
                        side,
                        rounds,
                        threads,
                        LocalDate.now(),
                        Machine.describe(),
                        side,
                        side,
                        rounds,
                        writer,
                        median(measured, round -> round.writer.processor),
                        megabytes / writer,
                        codec,
                        median(measured, round -> round.codec.processor),
                        megabytes / codec,
                        100 * median(measured, Round::ratio));
    }

    private static double median(Round[] measured, ToDoubleFunction<Round> value) {
        double[] values = Arrays.stream(measured).mapToDouble(value).sorted().toArray();
        return values[values.length / 2];
    }
}
