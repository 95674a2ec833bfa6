package org.vitrail.cli.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.vitrail.cli.image.Folders;
import org.vitrail.omezarr.FolderZarrStore;
import org.vitrail.omezarr.OmeZarrWriter;
import org.vitrail.omezarr.WriteOptions;

/** The writer with everything, beside python3-zarr with numcodecs that writes full resolution alone, into the same disk. */
final class PythonZarr {

    private static final Path PYTHON = Path.of("/usr/bin/python3");

    /** Reads the raw image, and for each line that comes in writes it once and prints seconds. */
    private static final String PROGRAM = """
            import shutil, sys, time
            import numpy, zarr
            from numcodecs import Blosc, blosc
            raw, folder, side, threads = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
            blosc.set_nthreads(threads)
            image = numpy.fromfile(raw, dtype="<u2").reshape(side, side)
            for line in sys.stdin:
                shutil.rmtree(folder, ignore_errors=True)
                start = time.perf_counter()
                array = zarr.open(folder, mode="w", shape=image.shape, chunks=(512, 512), dtype=image.dtype,
                                  compressor=Blosc("zstd", 3, Blosc.SHUFFLE))
                array[:] = image
                print(time.perf_counter() - start, flush=True)
            """;

    private final int side;
    private final int threads;

    PythonZarr(int side, int threads) {
        this.side = side;
        this.threads = threads;
    }

    private record Round(double ours, double python) {}

    /** Rounds of one and the other in turn; says so where python3-zarr is not installed. */
    String measure(int rounds, PrintWriter progress) throws IOException, InterruptedException {
        if (!installed()) {
            return "## Writer beside python3-zarr\n\nNot measured: python3-zarr is not installed (apt-get install python3-zarr).\n";
        }
        Path folder = Files.createTempDirectory("vitrail-bench");
        try {
            Path raw = folder.resolve("image.raw");
            GeneratedImage image = new GeneratedImage(side);
            store(image, raw);
            Process python = new ProcessBuilder(
                            PYTHON.toString(),
                            "-c",
                            PROGRAM,
                            raw.toString(),
                            folder.resolve("python.zarr").toString(),
                            Integer.toString(side),
                            Integer.toString(threads))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try {
                return text(rounds(image, python, folder.resolve("ours.ome.zarr"), rounds, progress));
            } finally {
                python.destroy();
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private static boolean installed() throws IOException, InterruptedException {
        if (!Files.isExecutable(PYTHON)) {
            return false;
        }
        Process tried = new ProcessBuilder(PYTHON.toString(), "-c", "import numpy, numcodecs, zarr")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return tried.waitFor(60, TimeUnit.SECONDS) && tried.exitValue() == 0;
    }

    private void store(GeneratedImage image, Path raw) throws IOException {
        int rows = Math.min(side, 256);
        byte[] band = new byte[rows * side * 2];
        try (OutputStream out = Files.newOutputStream(raw)) {
            for (int y = 0; y < side; y += rows) {
                int height = Math.min(rows, side - y);
                image.read(0, 0, 0, y, 0, height, side, band);
                out.write(band, 0, height * side * 2);
            }
        }
    }

    private List<Round> rounds(GeneratedImage image, Process python, Path ours, int rounds, PrintWriter progress)
            throws IOException, InterruptedException {
        List<Round> measured = new ArrayList<>();
        WriteOptions options = WriteOptions.defaults().withThreads(threads);
        try (var answers = python.inputReader(StandardCharsets.UTF_8);
                var orders = python.outputWriter(StandardCharsets.UTF_8)) {
            for (int i = -1; i < rounds; i++) {
                orders.write("go\n");
                orders.flush();
                String seconds = answers.readLine();
                if (seconds == null) {
                    throw new IOException("python3-zarr ended without an answer; see its message above");
                }
                Folders.delete(ours);
                Taken taken = Taken.by(() -> OmeZarrWriter.write(image, new FolderZarrStore(ours), options));
                if (i >= 0) {
                    measured.add(new Round(taken.clock(), Double.parseDouble(seconds)));
                    progress.printf(Locale.ROOT, "writer %.2f s, python3-zarr %s s%n", taken.clock(), seconds);
                    progress.flush();
                }
            }
        }
        return measured;
    }

    private String text(List<Round> rounds) {
        double ours = Taken.median(rounds, Round::ours);
        double python = Taken.median(rounds, Round::python);
        return """
                ## Writer beside python3-zarr

                The same image and codec into folders of the same disk: here with all levels, digest and hashes; by python3-zarr 2 with
                numcodecs (blosc on as many threads) full resolution alone. One round to warm up, medians of %d rounds, in turn.

                | | seconds | MB/s of raw full resolution |
                |---|---|---|
                | writer with everything | %.2f | %.0f |
                | python3-zarr, level 0 alone | %.2f | %.0f |

                **%.2f times python3-zarr's speed** (bound: not slower).
                """.formatted(
                        rounds.size(),
                        ours,
                        2.0 * side * side / 1e6 / ours,
                        python,
                        2.0 * side * side / 1e6 / python,
                        python / ours);
    }
}
