package org.vitrail.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrail.cli.bench.BenchCommand;
import picocli.CommandLine;

/** The measurements that need a packaged node run, on a little of everything, and write what they measured. */
class NodeBenchIT {
    @TempDir
    Path folder;

    private String page(String... arguments) throws Exception {
        Path page = folder.resolve("page.md");
        int code = new CommandLine(new BenchCommand())
                .execute(Stream.concat(Stream.of(arguments), Stream.of("--out", page.toString()))
                        .toArray(String[]::new));
        assertThat(code).isZero();
        return Files.readString(page);
    }

    @Test
    void oai() throws Exception {
        assertThat(page("oai", "--datasets", "2000", "--page-size", "50"))
                .contains("whole list of 2000 records")
                .containsPattern("The node lists [0-9.]+ times as fast");
    }

    @Test
    void landing() throws Exception {
        assertThat(page("landing", "--datasets", "300", "--pages", "60"))
                .containsPattern("\\| landing page \\| [0-9.]+ \\|")
                .contains("times as long as `robots.txt`");
    }

    @Test
    void sparql() throws Exception {
        String page = page("sparql", "--quick");
        assertThat(List.of("data sets/s", "p95"))
                .allSatisfy(word -> assertThat(page).contains(word));
    }
}
