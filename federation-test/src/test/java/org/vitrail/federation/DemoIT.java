package org.vitrail.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./vitrail demo} as a process of its own, as a newcomer starts it. */
class DemoIT {

    private static final int OFFSET = 20_000;
    private static final int GATEWAY_PORT = 8080;

    @Test
    void onceItChecksTheWholeWayWritesItsReportAndLeavesNothingBehind(@TempDir Path folder) throws Exception {
        Path report = folder.resolve("report.json");
        List<String> options = new ArrayList<>(
                List.of("--once", "--port-offset", "" + OFFSET, "--data", folder + "/data", "--report", "" + report));
        ProjectHome.samples().ifPresent(samples -> options.addAll(List.of("--samples", samples.toString())));

        Process demo = start(options, folder.resolve("first.log"));
        assertThat(demo.waitFor(9, TimeUnit.MINUTES)).isTrue();

        String log = Files.readString(folder.resolve("first.log"));
        JsonNode said = new ObjectMapper().readTree(report.toFile());
        assertThat(demo.exitValue()).as(log).isZero();
        assertThat(said.path("ok").asBoolean()).isTrue();
        assertThat(said.at("/pixels/equal").asBoolean()).isTrue();
        assertThat(said.path("datasets")).hasSizeGreaterThanOrEqualTo(4);
        assertThat(said.at("/search/total").asInt()).isPositive();
        assertThat(processesNaming(folder)).isEmpty();
    }

    @Test
    void aTakenPortIsNamedWithTheWayOut(@TempDir Path folder) throws Exception {
        try (var taken = new ServerSocket(GATEWAY_PORT + OFFSET + 1000, 1, InetAddress.getLoopbackAddress())) {
            Process demo = start(
                    List.of("--once", "--port-offset", "" + (OFFSET + 1000), "--data", folder + "/data"),
                    folder.resolve("log"));

            assertThat(demo.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(demo.exitValue()).isEqualTo(1);
            assertThat(Files.readString(folder.resolve("log")))
                    .contains("" + taken.getLocalPort())
                    .contains("--port-offset");
        }
        assertThat(processesNaming(folder)).isEmpty();
    }

    private static Process start(List<String> options, Path log) throws IOException {
        Path cli = ProjectHome.path().resolve("cli/target");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                cli.resolve("classes") + ":" + cli.resolve("lib") + "/*",
                "org.vitrail.cli.Vitrail",
                "demo"));
        command.addAll(options);
        return new ProcessBuilder(command)
                .directory(ProjectHome.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static List<String> processesNaming(Path folder) {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(line -> line.contains(folder.toString()))
                .toList();
    }
}
