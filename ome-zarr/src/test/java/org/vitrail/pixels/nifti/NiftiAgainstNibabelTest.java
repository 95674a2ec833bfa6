package org.vitrail.pixels.nifti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PythonJudge;
import org.vitrail.pixels.UnreadableImage;

/** Files that nibabel writes, and reads. */
class NiftiAgainstNibabelTest {

    @TempDir
    private static Path written;

    private static List<PythonJudge.Reading> readings;

    @BeforeAll
    static void write() throws IOException {
        readings = PythonJudge.readings("write_nifti.py", written);
    }

    static List<PythonJudge.Reading> readings() {
        return readings;
    }

    @ParameterizedTest
    @MethodSource("readings")
    void everyKindIsReadAlike(PythonJudge.Reading reading) throws IOException {
        reading.holds(written);
    }

    @Test
    void filesOfAPairMayComeInAnyOrder() throws IOException {
        try (PixelSource image =
                ImageReaders.open(List.of(written.resolve("pair.img"), written.resolve("pair.hdr")), null)) {
            assertThat(image.shape()).hasToString("1x1x7x8x9");
            assertThat(image.metadata().pixelSizeX()).isEqualTo(500);
            assertThat(image.metadata().pixelSizeY()).isEqualTo(250);
            assertThat(image.metadata().pixelSizeZ()).isEqualTo(2000);
            assertThat(image.metadata().axesFromFile()).isEqualTo("zyx");
        }
    }

    @Test
    void headerWithoutItsImageAsksForIt() {
        assertThatThrownBy(() -> ImageReaders.open(List.of(written.resolve("pair.hdr")), null))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining("pair.hdr")
                .hasMessageContaining(".img");
    }

    @Test
    void fourthAxisIsChannelsWhenTheCallerSaysSo() throws IOException {
        try (PixelSource image = ImageReaders.open(List.of(written.resolve("i16big.nii.gz")), "czyx")) {
            assertThat(image.shape()).hasToString("1x2x6x21x37");
            assertThat(image.metadata().axesFromFile()).isEqualTo("czyx");
        }
    }
}
