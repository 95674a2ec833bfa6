package org.vitrail.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TermsBenchTest {

    @Test
    void measurementIsWrittenWithItsMachineAndRatio(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("terms.md");
        int code = new CommandLine(new BenchCommand())
                .execute("terms", "--terms", "2000", "--questions", "200", "--rounds", "1", "--out", file.toString());
        assertThat(code).isZero();
        assertThat(Files.readString(file))
                .contains("times as long")
                .contains("cores")
                .contains("2000 terms")
                .contains("17000 classes");
    }
}
