package org.vitrail.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What Linux says of a process's memory. proc(5), {@code smaps_rollup} and {@code status}. */
final class ResidentMemory {

    private ResidentMemory() {}

    /** Bytes resident, a page shared by n processes counted as 1/n; all of it where that is not told; 0 when it has ended. */
    static long bytes(long pid) {
        long proportional = kilobytes(Path.of("/proc/" + pid + "/smaps_rollup"), "Pss:");
        return 1024 * (proportional > 0 ? proportional : kilobytes(Path.of("/proc/" + pid + "/status"), "VmRSS:"));
    }

    private static long kilobytes(Path file, String key) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(key))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException ended) {
            return 0;
        }
    }
}
