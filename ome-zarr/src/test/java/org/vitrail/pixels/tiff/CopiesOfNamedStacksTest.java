package org.vitrail.pixels.tiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.PythonJudge;
import org.vitrail.pixels.UnsupportedImage;

/** Stacks as tifffile writes them, with names in their words: copies lose the names, and nothing else. */
class CopiesOfNamedStacksTest {

    @TempDir
    private static Path folder;

    private static List<String> lines;

    @BeforeAll
    static void write() throws IOException {
        lines = PythonJudge.run("write_named_tiffs.py", folder.toString());
        for (String line : lines) {
            if (line.endsWith("\tnamed")) {
                Path file = folder.resolve(line.split("\t")[0]);
                ImageReaders.writeWithoutIdentity(file, folder.resolve("copy-" + file.getFileName()));
            }
        }
    }

    static List<String> lines() {
        return lines;
    }

    @ParameterizedTest
    @MethodSource("lines")
    void whatNamesAPersonIsFoundAndNothingElse(String line) throws IOException {
        String[] words = line.split("\t");

        Assumptions.assumeFalse(words[0].startsWith("two"), "refused, with a reason");
        try (Fileset fileset = ImageReaders.openAll(List.of(folder.resolve(words[0])), "zyx")) {
            assertThat(fileset.findings().isEmpty())
                    .as(fileset.findings().toString())
                    .isEqualTo(words[1].equals("plain"));
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void allPlanesAreReadOrTheFileIsRefused(String line) throws IOException {
        Path file = folder.resolve(line.split("\t")[0]);
        boolean several = file.getFileName().toString().startsWith("two");

        if (several) {
            assertThatThrownBy(() -> ImageReaders.openAll(List.of(file), null))
                    .isInstanceOf(UnsupportedImage.class)
                    .hasMessageContaining("planes without pages");
        } else {
            try (Fileset fileset = ImageReaders.openAll(List.of(file), "zyx")) {
                assertThat(fileset.images().get(0).shape()).hasToString("1x1x5x32x40");
                byte[] last = new byte[32 * 40 * 2];
                fileset.images().get(0).read(0, 0, 4, 0, 0, 32, 40, last);
                assertThat(last[2 * 39]).isEqualTo((byte) ((4 * 32 * 40 + 39) % 31));
            }
        }
    }

    @Test
    void copiesHaveAllPlanesAndAxesForTifffileAndNoName() throws IOException {
        List<String> judged = PythonJudge.run("judge_tiff_copies.py", folder.toString());

        assertThat(judged)
                .hasSize((int)
                        lines.stream().filter(line -> line.endsWith("\tnamed")).count())
                .allMatch(line -> line.endsWith("\tsame"));
        for (String line : judged) {
            byte[] copy = Files.readAllBytes(folder.resolve("copy-" + line.split("\t")[0].replaceFirst("^copy-", "")));
            assertThat(new String(copy, StandardCharsets.ISO_8859_1).replace("\0", ""))
                    .as(line)
                    .doesNotContain("Roe", "Durand", "12345678", "20230412", "612345678", "48.85837", "jroe");
        }
    }
}
