package org.vitrail.cli.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.vitrail.cli.Vitrail;
import org.vitrail.services.ProjectHome;

/** {@code vitrail demo} in a process of its own, as a user starts it. */
final class DemoProcess implements AutoCloseable {

    private final Process process;
    private final List<String> lines = new ArrayList<>();

    private DemoProcess(Process process) {
        this.process = process;
    }

    static DemoProcess start(String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Vitrail.class.getName(),
                "demo"));
        words.addAll(Arrays.asList(options));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("VITRAIL_HOME", ProjectHome.find().folder().toString());
        return new DemoProcess(builder.start());
    }

    /** Whether node and gateway are packaged where the demo looks for them. */
    static boolean isBuilt() {
        return List.of("node", "federation-gateway").stream()
                .map(module -> ProjectHome.find().folder().resolve(module + "/target/quarkus-app/quarkus-run.jar"))
                .allMatch(jar -> jar.toFile().isFile());
    }

    /** Reads what it says until a line begins like this. */
    void awaitLine(String beginning) throws IOException {
        for (String line = process.inputReader().readLine();
                line != null;
                line = process.inputReader().readLine()) {
            lines.add(line);
            if (line.startsWith(beginning)) {
                return;
            }
        }
        throw new AssertionError("The demo ended without \"" + beginning + "\":\n" + text());
    }

    /** Reads the rest and waits for the end. */
    int awaitEnd() throws InterruptedException {
        process.inputReader().lines().forEach(lines::add);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("The demo does not end:\n" + text());
        }
        return process.exitValue();
    }

    /** SIGTERM. */
    void terminate() {
        process.toHandle().destroy(); // Process.destroy would close its output as well
    }

    /** Every process below the demo's. */
    List<ProcessHandle> family() {
        return process.descendants().toList();
    }

    String text() {
        return String.join("\n", lines);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
