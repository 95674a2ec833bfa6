package org.vitrail.cli.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrail.cli.PlainFailures;
import org.vitrail.cli.demo.synthetic.SyntheticSets;
import org.vitrail.services.Ports;

/** One run of the demo. */
final class Demo {

    private final DemoOptions options;
    private final PrintStream out;
    private final Steps steps;

    Demo(DemoOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
        this.steps = new Steps(out);
    }

    /** 0 when all was right, else 1; without {@code --once} it returns only when the process is told to stop. */
    int run() {
        MainJob job = new MainJob(steps);
        Optional<DemoFolder> made = folder();
        if (made.isEmpty()) {
            writeReport(job.report(Map.of()));
            return 1;
        }
        DemoFolder folder = made.get();
        Shutdown shutdown = new Shutdown(folder).atExit();
        Map<String, String> engines = Map.of();
        boolean started = false;
        boolean reported = false;
        try {
            List<Path> samples = options.samples() == null ? List.of() : samples();
            Federation federation = Federation.start(folder, Ports.demo(options.portOffset()), steps);
            shutdown.stops(federation);
            started = true;
            engines = federation.versions();
            job.run(federation, options.samples() == null ? synthetic(folder) : samples);
            reported = writeReport(job.report(engines));
            if (!options.once()) {
                Welcome.print(out, federation, options.data());
                Thread.currentThread().join();
            }
        } catch (DemoFailed failed) {
            writeReport(job.report(engines));
            out.println("The demo could not go on: " + failed.getMessage() + logsHint(folder));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        shutdown.run();
        boolean ok = started && reported && job.report(engines).ok();
        out.println(ok ? "All was right." : "Not all was right, see the lines above that say FAILED.");
        return ok ? 0 : 1;
    }

    /** Empty when it cannot be made; that is then a failed step like any other. */
    private Optional<DemoFolder> folder() {
        try {
            return Optional.of(DemoFolder.of(options.data()));
        } catch (UncheckedIOException failed) {
            String reason = PlainFailures.words(failed.getCause());
            steps.note("make the folder for the demo's data", false, Duration.ZERO, reason);
            return Optional.empty();
        }
    }

    /** Looked for before anything is started: a mistyped folder is told at once. */
    private List<Path> samples() {
        return steps.require("look for dataset.yaml in " + options.samples(), () -> find(options.samples()));
    }

    private List<Path> synthetic(DemoFolder folder) {
        return steps.require("make synthetic images", () -> SyntheticSets.write(folder.below("synthetic")));
    }

    private static List<Path> find(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> found = all.filter(path -> path.getFileName().toString().equals("dataset.yaml"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new DemoFailed("No dataset.yaml below " + folder);
            }
            return found;
        }
    }

    /** False when it was asked for and could not be written. */
    private boolean writeReport(DemoReport report) {
        if (options.report() == null) {
            return true;
        }
        try {
            report.write(options.report());
            return true;
        } catch (IOException failed) {
            out.println("FAILED write the report: " + PlainFailures.words(failed));
            return false;
        }
    }

    private static String logsHint(DemoFolder folder) {
        return folder.temporary() ? "" : " (logs: " + folder.path().resolve("logs") + ")";
    }
}
