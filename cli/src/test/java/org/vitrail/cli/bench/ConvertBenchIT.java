package org.vitrail.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ConvertBenchIT {

    @Test
    void aSmallRunWritesItsTable(@TempDir Path folder) {
        Path file = folder.resolve("convert.md");
        StringWriter out = new StringWriter();

        int code = new CommandLine(new ConvertBench())
                .setOut(new PrintWriter(out, true))
                .execute("--side", "1100", "--rounds", "1", "--gigabytes", "0.05", "--out", file.toString());

        assertThat(code).isZero();
        assertThat(file)
                .content()
                .contains("blosc library alone, all levels")
                .contains("1100 × 1100")
                .contains("python3-zarr")
                .contains("OME-TIFF to OME-Zarr in S3")
                .contains("\n| 100 % |");
    }
}
