package org.vitrail.federation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program of others and waits for it. */
final class Shell {

    private Shell() {}

    /** What a program printed, standard error included, and how it ended. */
    record Result(int exitCode, String output) {}

    /**
     * Runs a program to its end.
     *
     * @throws IllegalStateException when it takes longer than three minutes; it is ended then
     */
    static Result run(Path folder, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(command + " did not end within three minutes");
        }
        return new Result(process.exitValue(), output);
    }

    /** True when the program exists and answers with exit code 0. */
    static boolean works(List<String> command) throws InterruptedException {
        try {
            return run(Path.of("."), command).exitCode() == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
