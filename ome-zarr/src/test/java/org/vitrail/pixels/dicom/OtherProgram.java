package org.vitrail.pixels.dicom;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Debian's Python with pydicom, which judges what we read and write; tests that need it are skipped where it is absent. */
final class OtherProgram {

    private static final String PYTHON = "/usr/bin/python3";

    private OtherProgram() {}

    /** Runs a script of {@code src/test/python}; what it printed. */
    static List<String> script(String name, Object... arguments) throws IOException, InterruptedException {
        return run(Path.of("src/test/python", name).toString(), arguments);
    }

    /** Runs a text that may import the scripts of {@code src/test/python}; what it printed. */
    static List<String> code(String text, Object... arguments) throws IOException, InterruptedException {
        return run(
                "-c",
                java.util.stream.Stream.concat(java.util.stream.Stream.of(text), java.util.Arrays.stream(arguments))
                        .toArray());
    }

    private static List<String> run(String first, Object... arguments) throws IOException, InterruptedException {
        Assumptions.assumeTrue(call("-c", "import pydicom, numpy, PIL") != null, "python3-pydicom is not installed");
        List<String> command = new ArrayList<>(List.of(first));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        String printed = call(command.toArray(String[]::new));
        if (printed == null) {
            throw new AssertionError("pydicom refused: " + command);
        }
        return printed.lines().toList();
    }

    private static String call(String... arguments) throws IOException, InterruptedException {
        if (!java.nio.file.Files.isExecutable(Path.of(PYTHON))) {
            return null;
        }
        List<String> command = new ArrayList<>(List.of(PYTHON, "-W", "ignore"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment()
                .put("PYTHONPATH", Path.of("src/test/python").toAbsolutePath().toString());
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? printed : null;
    }
}
