package org.vitrail.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DemoOptionsTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream text = new ByteArrayOutputStream();

    private int run(Path data, Path samples) {
        Path report = folder.resolve("report.json");
        return new Demo(new DemoOptions(true, 0, data, samples, report), new PrintStream(text, true)).run();
    }

    private JsonNode step() throws Exception {
        JsonNode report =
                new ObjectMapper().readTree(folder.resolve("report.json").toFile());
        assertThat(report.path("ok").asBoolean()).isFalse();
        assertThat(report.path("steps")).hasSize(1);
        return report.path("steps").path(0);
    }

    @Test
    void aDataFolderThatCannotBeMadeIsReported() throws Exception {
        Path file = Files.writeString(folder.resolve("plain"), "a file");
        assertThat(run(file, null)).isEqualTo(1);
        assertThat(step().path("detail").asText()).contains("plain");
        assertThat(text.toString()).contains("FAILED make the folder");
    }

    @Test
    void aMistypedSamplesFolderIsToldBeforeAnythingIsStarted() throws Exception {
        assertThat(run(folder.resolve("data"), folder.resolve("nowhere"))).isEqualTo(1);
        assertThat(step().path("name").asText()).contains("nowhere");
        assertThat(step().path("detail").asText()).contains("no such file");
    }

    @Test
    void anOffsetBeyondAllPortsIsAWrongArgument() {
        StringWriter err = new StringWriter();
        int code = new CommandLine(new DemoCommand())
                .setErr(new PrintWriter(err, true))
                .execute("--port-offset", "70000");
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("--port-offset 70000");
    }
}
