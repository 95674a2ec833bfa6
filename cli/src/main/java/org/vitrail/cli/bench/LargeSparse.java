package org.vitrail.cli.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vitrail.omezarr.OmeZarrWriter;
import org.vitrail.omezarr.WriteOptions;

/** Memory while an image of many gigabytes is converted, in a process of its own with a heap of 512 MiB. */
final class LargeSparse {

    private static final String HEAP = "-Xmx512m";
    private static final int PARTS = 10;

    private final long side;
    private final int threads;

    /** @param gigabytes of raw pixels, 10⁹ bytes each */
    LargeSparse(double gigabytes, int threads) {
        this.side = (long) Math.ceil(Math.sqrt(gigabytes * 1e9 / 2) / 512) * 512;
        this.threads = threads;
    }

    /** @param part tenths that were read; @param residentMib of the process then */
    private record Seen(int part, long residentMib) {}

    String measure(PrintWriter progress) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        HEAP,
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeSparse.class.getName(),
                        Long.toString(side),
                        Integer.toString(threads))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long start = System.nanoTime();
        List<Seen> seen = new ArrayList<>();
        try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ");
                seen.add(new Seen(Integer.parseInt(words[0]), Long.parseLong(words[1])));
                progress.printf(Locale.ROOT, "%s0 %% read, %s MiB resident%n", words[0], words[1]);
                progress.flush();
            }
        } finally {
            child.destroy();
        }
        if (child.waitFor() != 0 || seen.isEmpty()) {
            throw new IOException("The conversion of the large image ended with code " + child.exitValue());
        }
        return text(seen, (System.nanoTime() - start) / 1e9);
    }

    private String text(List<Seen> seen, double seconds) {
        StringBuilder rows = new StringBuilder();
        for (Seen each : seen) {
            rows.append("| ")
                    .append(each.part * 100 / PARTS)
                    .append(" % | ")
                    .append(each.residentMib)
                    .append(" |\n");
        }
        long first = seen.get(0).residentMib;
        long last = seen.get(seen.size() - 1).residentMib;
        return """
                ## Memory of a large image

                %d × %d samples of uint16, %.1f GB raw, zero but for one tile in 32, converted with everything by a process with `%s`
                into a store that forgets, in %.0f s.

                | pixels read | MiB resident |
                |---|---:|
                %s
                **%+d MiB from the first to the last tenth** (bound: flat; heap ≤ 512 MiB).
                """.formatted(side, side, 2e-9 * side * side, HEAP, seconds, rows, last - first);
    }

    /** The process that converts: prints after each tenth what part it is and the resident memory in MiB. */
    public static void main(String[] args) throws Exception {
        SparseImage image = new SparseImage(Long.parseLong(args[0]));
        long total = 2 * image.shape().pixels();
        Thread watch = Thread.ofVirtual().start(() -> {
            for (int part = 1; part <= PARTS; part++) {
                while (image.bytesRead() < total / PARTS * part) {
                    if (!pause()) {
                        return;
                    }
                }
                System.out.println(part + " " + residentMib());
            }
        });
        WriteOptions options = WriteOptions.defaults().withThreads(Integer.parseInt(args[1]));
        OmeZarrWriter.write(image, new ForgettingStore(), options);
        watch.join();
    }

    private static boolean pause() {
        try {
            Thread.sleep(20);
            return true;
        } catch (InterruptedException stopped) {
            return false;
        }
    }

    private static long residentMib() {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException absent) {
            return -1;
        }
    }
}
