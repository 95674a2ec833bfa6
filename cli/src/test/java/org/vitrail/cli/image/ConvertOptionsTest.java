package org.vitrail.cli.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrail.cli.demo.synthetic.SyntheticSets;

/** Options without effect, wrong values and outputs that cannot be: each is said in a line, before any work. */
class ConvertOptionsTest {

    @TempDir
    private Path folder;

    private Path picture;
    private final Commands commands = new Commands();

    @BeforeEach
    void draw() throws IOException {
        picture = Commands.picture(folder.resolve("stem.png"));
    }

    private Path out() {
        return folder.resolve("out.ome.zarr");
    }

    private void assertWrongValue(String words) {
        assertThat(commands.err())
                .contains(words)
                .contains("See vitrail convert --help.")
                .doesNotContain("Usage:")
                .doesNotContain("Exception");
        assertThat(out()).doesNotExist();
    }

    @Test
    void axesAreRefusedForFilesThatNameTheirOwn() throws IOException {
        SyntheticSets.write(folder);
        Path stack = folder.resolve("stack/stack.ome.tif");

        assertThat(commands.run("convert", stack, out(), "--axes", "tyx")).isEqualTo(1);
        assertThat(commands.err()).contains("--axes tyx has no effect").contains("its axes are ");
        assertThat(out()).doesNotExist();

        commands.forget();
        assertThat(commands.run("inspect", stack, "--axes", "tyx")).isZero();
        assertThat(commands.err()).contains("--axes tyx has no effect");
    }

    @Test
    void axesAreRefusedForAnOmeZarrUnlessTheyAreItsOwn() throws IOException {
        Path zarr = folder.resolve("stem.ome.zarr");
        commands.run("convert", picture, zarr);
        commands.forget();

        assertThat(commands.run("convert", zarr, out(), "--axes", "zyx")).isEqualTo(1);
        assertThat(commands.err()).contains("--axes zyx has no effect").contains("its axes are yx");
        commands.forget();
        assertThat(commands.run("convert", zarr, out(), "--axes", "yx")).isZero();
        assertThat(commands.err()).isEmpty();
    }

    @Test
    void aNameThatDoesNotBecomeThatOfThePlateIsWarnedOf() throws IOException {
        Path plate = GrayImage.writePlate(folder.resolve("plate.ome.zarr"));

        assertThat(commands.run("convert", plate, out(), "--name", "screen")).isZero();

        assertThat(commands.err()).contains("the plate keeps its name").contains("A1 field 1");
    }

    @Test
    void aNameForSeveralImagesThatHaveTheirOwnIsWarnedOf() throws IOException {
        Path several = GrayImage.writeCollection(folder.resolve("several.ome.zarr"), "left", "right");

        assertThat(commands.run("convert", several, out(), "--name", "ears\u001b[31m"))
                .isZero();

        assertThat(commands.err())
                .contains("2 of its 2 images keep the names that they have in the files")
                .contains("\"ears?[31m 1\"");
        assertThat(Files.readString(out().resolve("1/zarr.json"))).contains("\"right\"");
    }

    @Test
    void anEndpointForWhatIsNoBucketIsWarnedOf() {
        assertThat(commands.run("convert", picture, out(), "--s3-endpoint", "http://127.0.0.1:1"))
                .isZero();
        assertThat(commands.err()).contains("--s3-endpoint has no effect");
    }

    @Test
    void anOutputInsideOfItsInputIsRefused() throws IOException {
        Path series = Files.createDirectory(folder.resolve("series"));
        Files.copy(picture, series.resolve("a.png"));
        Path linked = Files.createSymbolicLink(folder.resolve("linked"), series);

        assertThat(commands.run("convert", series, series.resolve("new/out.ome.zarr")))
                .isEqualTo(2);
        assertWrongValue("which is converted");
        assertThat(commands.run("convert", linked, series.resolve("out.ome.zarr")))
                .isEqualTo(2);
        assertThat(commands.run("convert", series, linked.resolve("out.ome.zarr")))
                .isEqualTo(2);
        try (var left = Files.list(series)) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void aLinkToNothingIsNotWrittenThrough() throws IOException {
        Files.createSymbolicLink(out(), folder.resolve("gone"));

        assertThat(commands.run("convert", picture, out())).isEqualTo(2);

        assertThat(commands.err()).contains("is a link to what is not there").doesNotContain("Usage:");
        assertThat(folder.resolve("gone")).doesNotExist();
    }

    @Test
    void belowAFileNothingIsMade() {
        assertThat(commands.run("convert", picture, picture.resolve("sub/out.ome.zarr")))
                .isEqualTo(2);
        assertWrongValue("stem.png is a file and no folder");
    }

    @Test
    void amongTheFilesOfTheSystemNothingIsMade() {
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self")), "skipped: no /proc");

        assertThat(commands.run("convert", picture, "/proc/out.ome.zarr")).isEqualTo(2);

        assertWrongValue("/proc belongs to the system");
    }

    @Test
    void whereOneMayNotWriteNothingIsTried() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        assertThat(closed.toFile().setWritable(false)).isTrue();
        org.junit.jupiter.api.Assumptions.assumeFalse(Files.isWritable(closed), "skipped: root may write anywhere");

        assertThat(commands.run("convert", picture, closed.resolve("out.ome.zarr")))
                .isEqualTo(2);

        assertWrongValue("you may not write in");
    }

    @Test
    void lineBreaksInFileNamesAreNotPrinted() throws IOException {
        Path odd = Files.writeString(folder.resolve("a\nWritten: b\u001b[2J.tif"), "no image at all");

        assertThat(commands.run("convert", odd, out())).isEqualTo(1);
        assertThat(commands.run("convert", folder.resolve("gone\nx"), out())).isEqualTo(1);
        assertThat(commands.run("convert", picture, odd)).isEqualTo(2);
        assertThat(commands.run("inspect", odd)).isEqualTo(1);
        assertThat(commands.run("validate", odd)).isEqualTo(2);

        assertThat(commands.err().lines())
                .allMatch(line ->
                        line.contains("?Written: b?[2J.tif") || line.contains("gone?x") || line.startsWith("See "));
        assertThat(commands.err()).doesNotContain("\u001b");
    }

    @Test
    void anOddNameThatIsConvertedIsPrintedInOneLine() throws IOException {
        Path odd = Files.copy(picture, folder.resolve("a\nb.png"));
        Path zarr = folder.resolve("c\nd.ome.zarr");

        assertThat(commands.run("convert", odd, zarr)).isZero();
        assertThat(commands.run("inspect", zarr)).isZero();

        assertThat(commands.out()).contains("c?d.ome.zarr").contains("name: a?b");
    }

    @Test
    void theUsageIsPrintedWhereTheUsageWasMistaken() {
        assertThat(commands.run("convert", picture, out(), "--ngff", "0.3")).isEqualTo(2);
        assertWrongValue("--ngff");
        commands.forget();
        assertThat(commands.run("convert", picture, out(), "--threads", "many")).isEqualTo(2);
        assertWrongValue("--threads");
        commands.forget();
        assertThat(commands.run("convert", picture, out(), "--threads", "0")).isEqualTo(2);
        assertWrongValue("at least 1");
        commands.forget();
        assertThat(commands.run("convert", picture)).isEqualTo(2);
        assertThat(commands.err()).contains("only [").contains("Usage: vitrail convert");
        commands.forget();
        assertThat(commands.run("convert", picture, out(), "--unknown")).isEqualTo(2);
        assertThat(commands.err()).contains("--unknown").contains("Usage: vitrail convert");
    }
}
