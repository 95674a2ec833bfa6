package org.vitrail.pixels.slide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrail.omezarr.PixelDigest;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.PythonJudge;
import org.vitrail.pixels.UnreadableImage;

/** MIRAX and Leica SCN, written here and read by openslide-python. */
class SlidesOfSeveralFilesTest {

    @TempDir
    private static Path written;

    private static List<PythonJudge.Reading> readings;

    @BeforeAll
    static void write() throws IOException {
        Assumptions.assumeTrue(OpenSlideLibrary.installed().isPresent(), "skipped: libopenslide0 is not installed");
        readings = PythonJudge.readings("write_slides.py", written);
    }

    static List<PythonJudge.Reading> readings() {
        return readings;
    }

    @ParameterizedTest
    @MethodSource("readings")
    void pixelsAreThoseOfOpenslidePythonHoweverTheFilesAreNamed(PythonJudge.Reading reading) throws IOException {
        reading.holds(written);
    }

    @Test
    void sizeAndDateOfMiraxStandInItsFolder() throws IOException {
        List<Path> files = List.of(written.resolve("mirax.mrxs"), written.resolve("mirax"));
        try (Fileset slide = ImageReaders.openAll(files, null)) {
            assertThat(slide.images()).hasSize(1);
            assertThat(slide.images().get(0).metadata().pixelSizeX()).isEqualTo(0.25);
            assertThat(slide.findings())
                    .extracting(finding -> finding.kind() + " " + finding.where())
                    .contains("DATE property mirax.GENERAL.SLIDE_CREATIONDATETIME");
        }
    }

    @Test
    void miraxWhoseDataAreCutOffIsRefusedWhenItIsRead(@TempDir Path cut) throws IOException {
        Path file = Files.copy(written.resolve("mirax.mrxs"), cut.resolve("mirax.mrxs"));
        Path data = Files.createDirectory(cut.resolve("mirax"));
        for (String name : List.of("Slidedat.ini", "Index.dat")) {
            Files.copy(written.resolve("mirax").resolve(name), data.resolve(name));
        }
        byte[] whole = Files.readAllBytes(written.resolve("mirax/Data0000.dat"));
        Files.write(data.resolve("Data0000.dat"), Arrays.copyOf(whole, whole.length / 4));

        assertThatThrownBy(() -> {
                    try (Fileset slide = ImageReaders.openAll(List.of(file), null)) {
                        PixelDigest.of(slide.images().get(0));
                    }
                })
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining("mirax.mrxs");
    }

    @Test
    void miraxWithoutItsDataIsRefusedWithTheFolderThatIsMissing(@TempDir Path alone) throws IOException {
        Path file = Files.copy(written.resolve("mirax.mrxs"), alone.resolve("alone.mrxs"));

        assertThatThrownBy(() -> ImageReaders.openAll(List.of(file), null))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining("alone.mrxs")
                .hasMessageContaining("MIRAX: the folder of the same name");
    }
}
