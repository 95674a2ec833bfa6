package org.vitrail.cli.bench;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vitrail.cli.demo.MeasuredStart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Seconds and memory of everything that the demo starts. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = "Seconds until engines, nodes and gateway are ready, and the memory of each process.")
final class StartBench implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--port-offset", paramLabel = "N", defaultValue = "0", description = "add N to every port")
    private int portOffset;

    @Mixin
    private BenchPage page = new BenchPage();

    @Override
    public Integer call() throws IOException {
        MeasuredStart start = MeasuredStart.run(portOffset, System.out);
        page.write(page(start));
        return 0;
    }

    private static String page(MeasuredStart start) {
        StringBuilder page = new StringBuilder("# Start of the whole federation\n\n")
                .append("`./vitrail bench start`, ")
                .append(LocalDate.now())
                .append(", ")
                .append(Machine.describe())
                .append(". From an empty data folder, everything built before. Orders of magnitude,\n"
                        + "since the machine may do other things at the same time.\n\n")
                .append(String.format(
                        Locale.ROOT,
                        "All ready after **%.0f s**. Engines start side by side.\n\n",
                        start.totalSeconds()))
                .append("| step | seconds |\n|---|---:|\n");
        start.seconds()
                .forEach((step, seconds) -> page.append("| ")
                        .append(step)
                        .append(" | ")
                        .append(seconds)
                        .append(" |\n"));
        page.append("\nMemory resident when all were ready, with child processes; shared pages counted once.\n\n")
                .append("| process | MiB |\n|---|---:|\n");
        long total = 0;
        for (MeasuredStart.Memory memory : start.memory()) {
            total += memory.residentBytes();
            row(page, memory.program(), memory.residentBytes());
        }
        row(page, "**together**", total);
        return page.toString();
    }

    private static void row(StringBuilder page, String name, long bytes) {
        page.append("| ").append(name).append(" | ").append(bytes >> 20).append(" |\n");
    }
}
