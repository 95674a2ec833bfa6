package org.vitrail.cli.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
        DemoFolder folder = DemoFolder.of(options.data());
        Shutdown shutdown = new Shutdown(folder).atExit();
        MainJob job = new MainJob(steps);
        Map<String, String> engines = Map.of();
        boolean started = false;
        try {
            Federation federation = Federation.start(folder, Ports.demo(options.portOffset()), steps);
            shutdown.stops(federation);
            started = true;
            engines = federation.versions();
            job.run(federation, descriptions(folder));
            writeReport(job.report(engines));
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
        boolean ok = started && job.report(engines).ok();
        out.println(ok ? "All was right." : "Not all was right, see the lines above that say FAILED.");
        return ok ? 0 : 1;
    }

    private List<Path> descriptions(DemoFolder folder) {
        if (options.samples() == null) {
            return steps.require("make synthetic images", () -> SyntheticSets.write(folder.below("synthetic")));
        }
        return steps.require("look for dataset.yaml in " + options.samples(), () -> find(options.samples()));
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

    private void writeReport(DemoReport report) {
        if (options.report() == null) {
            return;
        }
        try {
            report.write(options.report());
        } catch (IOException failed) {
            out.println("The report could not be written to " + options.report() + ": " + failed.getMessage());
        }
    }

    private static String logsHint(DemoFolder folder) {
        return folder.temporary() ? "" : " (logs: " + folder.path().resolve("logs") + ")";
    }
}
