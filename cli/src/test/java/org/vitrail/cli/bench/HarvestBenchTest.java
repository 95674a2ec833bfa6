package org.vitrail.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class HarvestBenchTest {

    @Test
    void measurementIsWrittenWithItsMachineAndRatio(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("b/harvest.md");
        int code = new CommandLine(new BenchCommand())
                .execute("harvest", "--records", "200", "--page-size", "50", "--rounds", "1", "--out", file.toString());
        assertThat(code).isZero();
        assertThat(Files.readString(file))
                .contains("Ratio of processor times")
                .contains("cores")
                .contains("200 records");
    }
}
