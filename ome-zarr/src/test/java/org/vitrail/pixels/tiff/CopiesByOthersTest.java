package org.vitrail.pixels.tiff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.PythonJudge;

/** Copies of hundreds of files by other programs, with a text behind their end, are read by those programs like their originals. */
class CopiesByOthersTest {

    private static final byte[] TEXT = "\0Patient name: Jane Roe\0".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    @Test
    void copiesHaveThePixelsThatOtherProgramsRead() throws IOException {
        PythonJudge.run("make_tiffs.py", folder.toString());
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".tif"))
                    .sorted()
                    .toList();
        }
        int copies = 0;
        for (Path file : files) {
            Files.write(file, TEXT, StandardOpenOption.APPEND);
            copies += copied(file) ? 1 : 0;
        }

        List<String> judged = PythonJudge.run("judge_tiff_copies.py", folder.toString());
        assertThat(judged)
                .hasSize(copies)
                .hasSizeGreaterThan(files.size() * 3 / 4)
                .allMatch(line -> line.endsWith("\tsame"));
        assertThat(judged.stream().filter(line -> !line.split("\t")[1].equals("0")))
                .hasSizeGreaterThan(copies / 2);
    }

    /** False where there is nothing to be found: behind planes that no page describes. */
    private static boolean copied(Path file) throws IOException {
        try (Fileset fileset = ImageReaders.openAll(List.of(file), null)) {
            if (fileset.findings().isEmpty()) {
                return false;
            }
        } catch (org.vitrail.pixels.PixelsException oneOfSeveral) {
            return false;
        }
        Path copy = file.resolveSibling("copy-" + file.getFileName());
        assertThat(ImageReaders.writeWithoutIdentity(file, copy))
                .as(file.getFileName().toString())
                .isTrue();
        assertThat(new String(Files.readAllBytes(copy), StandardCharsets.ISO_8859_1))
                .as(file.getFileName().toString())
                .doesNotContain("Patient name: Jane");
        return true;
    }
}
