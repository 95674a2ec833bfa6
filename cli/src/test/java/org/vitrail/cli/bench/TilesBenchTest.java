package org.vitrail.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrail.services.ProjectHome;
import picocli.CommandLine;

class TilesBenchTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return new CommandLine(new TilesBench())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void aSmallRunWritesItsTable(@TempDir Path folder) {
        Path built = ProjectHome.find().folder().resolve("ome-zarr/target/test-class-path");
        Assumptions.assumeTrue(Files.exists(built), "skipped: the tests of ome-zarr are not packaged");
        Path file = folder.resolve("tiles.md");

        int code = run("--tiles", "20", "--rounds", "1", "--side", "1536", "--out", file.toString());

        assertThat(code).as(err.toString()).isZero();
        assertThat(file).content().contains("| chunk | 256 × 256 |").contains("| whole array | 1536 × 1536 |");
    }

    @Test
    void sizesThatCannotBeMeasuredAreRefused() {
        assertThat(run("--side", "1000")).isEqualTo(2);
        assertThat(err.toString()).contains("multiple of 512");
    }

    @Test
    void linesOfTheMeasuringProgramAreTakenApart() throws IOException {
        TileReading reading = TileReading.parse("chunk 256\tvitrail\t1000\t0.25\t0.5");

        assertThat(reading).isEqualTo(new TileReading("chunk 256", "vitrail", 0.25, 0.5));
        assertThatThrownBy(() -> TileReading.parse("Exception in thread")).isInstanceOf(IOException.class);
    }
}
