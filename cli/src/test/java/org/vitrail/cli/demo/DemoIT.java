package org.vitrail.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrail.services.Ports;

class DemoIT {

    private static final String OFFSET = "17000";

    @TempDir
    private Path folder;

    @BeforeEach
    void applicationsAreBuilt() {
        assumeTrue(DemoProcess.isBuilt(), "node and federation-gateway are not packaged; ./vitrail build does it");
    }

    @Test
    void federationWalksAndASecondStartFindsAllAgainAndLeavesNoProcess() throws Exception {
        JsonNode first = run("first.json");
        assertThat(first.path("engines")).hasSize(4);
        assertThat(first.path("datasets")).hasSize(4);
        assertThat(first.path("pixels").path("images").asInt()).isEqualTo(5);
        assertThat(first.path("pixels").path("equal").asBoolean()).isTrue();
        assertThat(first.path("search").path("total").asInt()).isPositive();
        assertThat(first.path("harvest").path("images").asInt()).isEqualTo(5);
        Path report = folder.resolve("second.json");
        try (DemoProcess again = DemoProcess.start(options(report))) {
            again.awaitLine("Stop");
            List<ProcessHandle> family = again.family();
            assertThat(family.size()).isGreaterThan(10);
            again.terminate();
            again.awaitEnd();
            assertThat(family).noneMatch(ProcessHandle::isAlive);
            assertThat(again.text()).contains("curator / curator", "http://localhost:25080");
        }
        JsonNode second = read(report);
        assertThat(second.path("ok").asBoolean()).as(second.toPrettyString()).isTrue();
        assertThat(identifiers(second)).isEqualTo(identifiers(first));
        assertThat(second.path("harvest").path("datasets").asInt()).isEqualTo(4);
    }

    @Test
    void aTakenPortEndsItWithOneReasonAndAReport() throws Exception {
        Path report = folder.resolve("taken.json");
        int port = Ports.demo(Integer.parseInt(OFFSET) + 40).montpellier();
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                DemoProcess demo =
                        DemoProcess.start("--once", "--port-offset", "17040", "--report", report.toString())) {
            assertThat(demo.awaitEnd()).isEqualTo(1);
            assertThat(demo.text()).contains("Port " + taken.getLocalPort(), "montpellier", "--port-offset");
        }
        assertThat(read(report).path("ok").asBoolean()).isFalse();
        assertThat(read(report).path("steps").path(0).path("detail").asText()).contains("--port-offset");
    }

    private JsonNode run(String name) throws Exception {
        Path report = folder.resolve(name);
        List<String> options = new ArrayList<>(List.of(options(report)));
        options.add("--once");
        try (DemoProcess demo = DemoProcess.start(options.toArray(String[]::new))) {
            assertThat(demo.awaitEnd()).as(demo.text()).isZero();
        }
        return read(report);
    }

    private String[] options(Path report) {
        return new String[] {
            "--port-offset", OFFSET, "--data", folder.resolve("data").toString(), "--report", report.toString()
        };
    }

    private static List<String> identifiers(JsonNode report) {
        List<String> identifiers = new ArrayList<>();
        report.path("datasets")
                .forEach(dataset -> identifiers.add(dataset.path("identifier").asText()));
        return identifiers;
    }

    private static JsonNode read(Path report) throws Exception {
        return new ObjectMapper().readTree(report.toFile());
    }
}
