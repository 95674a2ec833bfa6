package org.vitrail.pixels.tiff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrail.omezarr.PixelDigest;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Kind;

/** Our reader against files that tifffile and Pillow write while the test runs ({@code src/test/python/make_tiffs.py}). */
class FilesByOthersTest {

    private static final Path PYTHON = Path.of("/usr/bin/python3");

    private static final Path SCRIPT = Path.of("src/test/python/make_tiffs.py").toAbsolutePath();

    @TempDir
    private static Path folder;

    private static List<Line> lines = List.of();

    /** What another program says of one image. */
    record Line(List<String> files, String hint, int image, String shape, String type, String digest) {

        static Line of(String text) {
            String[] cells = text.split("\t");
            String hint = cells[1].equals("-") ? null : cells[1];
            return new Line(
                    List.of(cells[0].split(",")), hint, Integer.parseInt(cells[2]), cells[3], cells[4], cells[5]);
        }
    }

    @BeforeAll
    static void makeFiles() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(PYTHON), "skipped: " + PYTHON + " is absent");
        Assumptions.assumeTrue(
                run("-c", "import tifffile, PIL") == 0, "skipped: python3-tifffile or python3-pil is absent");
        assertThat(run(SCRIPT.toString(), folder.toString())).as(() -> errors()).isZero();
        lines = Files.readAllLines(folder.resolve("output"), StandardCharsets.UTF_8).stream()
                .map(Line::of)
                .toList();
    }

    private static String errors() {
        try {
            return Files.readString(folder.resolve("errors"));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private static int run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PYTHON.toString(), "-B"));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("output").toFile());
        return builder.redirectError(folder.resolve("errors").toFile()).start().waitFor();
    }

    @Test
    void everyImageHasThePixelsThatItsWriterSays() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Line line : lines) {
            List<Path> paths = line.files.stream().map(folder::resolve).toList();
            try (Fileset fileset = ImageReaders.openAll(paths, line.hint)) {
                PixelSource image = fileset.images().get(line.image);
                String got = image.shape() + " " + image.type().numpyName() + " " + PixelDigest.of(image);
                if (!got.equals(line.shape + " " + line.type + " " + line.digest)) {
                    wrong.add(line + " is read as " + got);
                }
            } catch (RuntimeException refused) {
                wrong.add(line + " is not read: " + refused);
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(lines).hasSizeGreaterThan(300);
    }

    @Test
    void copiesWithoutIdentityAreOpenedByOthersAndHoldNoName() throws IOException, InterruptedException {
        Map<String, Set<Kind>> personal = Map.of(
                "personal-imagej.tif", Set.of(Kind.PERSON_NAME),
                "personal-tags.tif", Set.of(Kind.PERSON_NAME, Kind.IDENTIFIER, Kind.DATE, Kind.FREE_TEXT),
                "personal-ome.ome.tif", Set.of(Kind.PERSON_NAME, Kind.EMAIL, Kind.DATE),
                "personal-exif.tif", Set.of(Kind.PERSON_NAME, Kind.DATE, Kind.LOCATION));
        for (String name : personal.keySet()) {
            Path copy = folder.resolve("copy-" + name);
            try (Fileset fileset = ImageReaders.openAll(List.of(folder.resolve(name)), null)) {
                assertThat(fileset.findings())
                        .as(name)
                        .extracting(IdentityFinding::kind)
                        .containsAll(personal.get(name))
                        .isSubsetOf(personal.get(name));
            }
            assertThat(ImageReaders.writeWithoutIdentity(folder.resolve(name), copy))
                    .as(name)
                    .isTrue();
            try (Fileset fileset = ImageReaders.openAll(List.of(copy), null)) {
                assertThat(fileset.findings()).as(name).isEmpty();
            }
        }

        assertThat(run(SCRIPT.toString(), folder.toString(), "copies"))
                .as(() -> errors())
                .isZero();
        assertThat(Files.readAllLines(folder.resolve("output"))).hasSize(4);
    }

    @Test
    void filesHaveAsManyImagesAsTheirWritersPutIn() throws IOException {
        for (String name : lines.stream()
                .flatMap(line -> line.files.stream().limit(1))
                .distinct()
                .toList()) {
            long told = lines.stream()
                    .filter(line -> line.files.equals(List.of(name)) && line.hint == null)
                    .count();
            try (Fileset fileset = ImageReaders.openAll(List.of(folder.resolve(name)), null)) {
                assertThat(fileset.images()).as(name).hasSize((int) told);
            }
        }
    }
}
