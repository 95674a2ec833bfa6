package org.vitrail.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.vitrail.omezarr.PixelDigest;

/** Runs a program of {@code src/test/python} with the system's Python; tests are skipped where it or its libraries are absent. */
public final class PythonJudge {

    private static final Path PYTHON = Path.of("/usr/bin/python3");

    private PythonJudge() {}

    /** What the other program read of files that it wrote itself. */
    public record Reading(List<String> files, String shape, String type, String digest, int image) {

        @Override
        public String toString() {
            return String.join(" ", files) + (image > 0 ? ", image " + image : "");
        }

        /** Opens the files with our readers and compares. */
        public void holds(Path folder) throws IOException {
            List<Path> paths = files.stream().map(folder::resolve).toList();
            try (Fileset fileset = ImageReaders.openAll(paths, null)) {
                PixelSource read = fileset.images().get(image);
                assertThat(read.shape()).hasToString(shape);
                assertThat(read.type().numpyName()).isEqualTo(type);
                assertThat(PixelDigest.of(read)).isEqualTo(digest);
            }
        }
    }

    /** Runs a program that prints one reading a line: files separated by spaces, shape, type, digest, perhaps the image's number. */
    public static List<Reading> readings(String program, Path folder) throws IOException {
        return run(program, folder.toString()).stream()
                .map(line -> line.split("\t"))
                .map(cells -> new Reading(
                        List.of(cells[0].split(" ")),
                        cells[1],
                        cells[2],
                        cells[3],
                        cells.length > 4 ? Integer.parseInt(cells[4]) : 0))
                .toList();
    }

    /** Lines that a program prints. */
    public static List<String> run(String program, String... arguments) throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(PYTHON), "skipped: no " + PYTHON);
        List<String> command = new ArrayList<>(List.of(PYTHON.toString(), "-B", "src/test/python/" + program));
        command.addAll(List.of(arguments));
        Path errors = Files.createTempFile("judge", ".txt");
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(errors.toFile()).start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            String complaint = Files.readString(errors);
            Assumptions.assumeFalse(complaint.contains("ModuleNotFoundError"), "skipped: " + complaint);
            assertThat(code).as(complaint).isZero();
            return printed.lines().toList();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        } finally {
            Files.delete(errors);
        }
    }
}
