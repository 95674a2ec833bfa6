package org.vitrail.cli.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vitrail.cli.image.Folders;
import org.vitrail.services.ProjectHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Processor time of reading chunks out of shards, and whole arrays, beside zarr-java. The measuring program lies among the tests of
 * ome-zarr, where zarr-java is; this starts it in a process of its own.
 */
@Command(
        name = "tiles",
        mixinStandardHelpOptions = true,
        description = "Processor time of reading single chunks and whole arrays, beside zarr-java on the same shards.")
final class TilesBench implements Callable<Integer> {

    private static final String PROGRAM = "org.vitrail.omezarr.bench.TileReadings";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--tiles",
            defaultValue = "1000",
            description = "chunks that are read in a round; a tenth of them by zarr-java (default ${DEFAULT-VALUE})")
    private int tiles;

    @Mixin
    private Rounds rounds = new Rounds();

    @Option(
            names = "--side",
            defaultValue = "4096",
            description = "side of the square image, a multiple of 512 and more than 1024 (default ${DEFAULT-VALUE})")
    private int side;

    @Mixin
    private BenchPage page = new BenchPage();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (tiles < 20 || rounds.number() < 1 || side % 512 != 0 || side <= 1024) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--tiles is at least 20, --rounds at least 1, --side a multiple of 512 and more than 1024.");
        }
        Path folder = Files.createTempDirectory("vitrail-bench");
        try {
            List<TileReading> readings = readings(folder);
            page.write(text(readings));
            return 0;
        } finally {
            Folders.delete(folder);
        }
    }

    private List<TileReading> readings(Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(folder))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<TileReading> readings = new ArrayList<>();
        PrintWriter progress = spec.commandLine().getOut();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                readings.add(TileReading.parse(line));
                progress.println(readings.get(readings.size() - 1));
                progress.flush();
            }
        } finally {
            process.destroy();
        }
        if (process.waitFor() != 0) {
            throw new IOException("the measuring program ended with code " + process.exitValue());
        }
        return readings;
    }

    private List<String> command(Path folder) throws IOException {
        Path target = ProjectHome.find().folder().resolve("ome-zarr/target");
        Path libraries = target.resolve("test-class-path");
        if (!Files.isRegularFile(libraries) || !Files.isDirectory(target.resolve("test-classes"))) {
            throw new IOException(
                    "the measuring program is not built (" + libraries + " is absent); run ./vitrail build");
        }
        String path = String.join(
                java.io.File.pathSeparator,
                target.resolve("test-classes").toString(),
                target.resolve("classes").toString(),
                Files.readString(libraries).strip());
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                path,
                PROGRAM,
                folder.toString(),
                Integer.toString(tiles),
                Integer.toString(rounds.number()),
                Integer.toString(side));
    }

    private String text(List<TileReading> readings) {
        StringBuilder table = new StringBuilder();
        for (TileReading ours : readings) {
            if (ours.reader().equals("vitrail")) {
                table.append(row(ours, TileReading.of(readings, ours.name(), "zarr-java")));
            }
        }
        TileReading small = TileReading.of(readings, "chunk 256", "vitrail");
        TileReading large = TileReading.of(readings, "chunk 512", "vitrail");
        double ratio = TileReading.of(readings, "whole array", "zarr-java").processor()
                / TileReading.of(readings, "whole array", "vitrail").processor();
        return String.format(
                Locale.ROOT,
                """
                # Reading of tiles

                `./vitrail bench tiles --tiles %d --rounds %d --side %d`, %s, on %s.

                Generated uint16 images (noise over smooth shapes), written by us as OME-Zarr 0.5 (shards; blosc around zstd 3, shuffle), are read
                from a folder, by our reader and by zarr-java 0.0.9: chunks in random order, each one alone and whole, the shard's index being
                kept; then the whole array of %d × %d. Milliseconds of processor time for one chunk or array: of the reading thread for
                chunks, of the whole process for arrays. One round to warm up, medians of %d rounds.

                | | chunk or array | vitrail, processor ms | zarr-java, processor ms | ratio | vitrail, ms by the clock | zarr-java, ms by the clock |
                |---|---|---|---|---|---|---|
                %s
                **A 256 × 256 chunk takes %.2f ms of processor time (bound: 1), a 512 × 512 one %.2f ms (bound: 2.5); the whole array costs
                zarr-java %.1f times as much (bound: 2).** zarr-java runs on stand-ins for the `ucar.ma2` classes that it links, which may be
                slower or faster than the originals. The ratio is what to compare between versions; absolute figures are orders of magnitude,
                since the machine may do other things at the same time.
                """,
                tiles,
                rounds.number(),
                side,
                LocalDate.now(),
                Machine.describe(),
                side,
                side,
                rounds.number(),
                table,
                small.processor(),
                large.processor(),
                ratio);
    }

    private String row(TileReading ours, TileReading theirs) {
        String size = ours.name().startsWith("chunk")
                ? ours.name().replaceFirst("chunk (.*)", "$1 × $1")
                : side + " × " + side;
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.2f | %.1f | %.1f | %.2f | %.1f |%n",
                ours.name().replaceFirst(" [0-9]+$", ""),
                size,
                ours.processor(),
                theirs.processor(),
                theirs.processor() / ours.processor(),
                ours.clock(),
                theirs.clock());
    }
}
