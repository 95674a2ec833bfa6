package org.vitrail.pixels.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrail.pixels.dicom.DicomMaker.image;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.pixels.UnreadableImage;

/** Lossless JPEG of 16 bits with every predictor. */
class LosslessJpegTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void everyPredictorIsUndone(int predictor) throws IOException {
        int[] samples = LosslessJpegFile.samples();
        Path file = image(LosslessJpegFile.ROWS, LosslessJpegFile.COLUMNS, 16)
                .fragments(new byte[0], LosslessJpegFile.jpeg(samples, predictor, 0))
                .write(folder, "p", DicomMaker.JPEG_LOSSLESS);

        assertThat(Reading.plane(file))
                .containsExactly(
                        java.util.Arrays.stream(samples).asDoubleStream().toArray());
    }

    @Test
    void predictionBeginsAnewAtRestarts() throws IOException {
        int[] samples = LosslessJpegFile.samples();
        Path file = image(LosslessJpegFile.ROWS, LosslessJpegFile.COLUMNS, 16)
                .fragments(new byte[0], LosslessJpegFile.jpeg(samples, 6, 3 * LosslessJpegFile.COLUMNS))
                .write(folder, "r", DicomMaker.JPEG_LOSSLESS);

        assertThat(Reading.plane(file))
                .containsExactly(
                        java.util.Arrays.stream(samples).asDoubleStream().toArray());
    }

    @Test
    void cutScansAndMissingTablesAreNamed() throws IOException {
        byte[] whole = LosslessJpegFile.jpeg(LosslessJpegFile.samples(), 1, 0);
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 60);
        byte[] without = whole.clone();
        without[3] = (byte) 0xe5;
        for (byte[] damaged : new byte[][] {cut, without}) {
            Path file = image(LosslessJpegFile.ROWS, LosslessJpegFile.COLUMNS, 16)
                    .fragments(new byte[0], damaged)
                    .write(folder, "damaged", DicomMaker.JPEG_LOSSLESS);

            assertThatThrownBy(() -> Reading.plane(file))
                    .isInstanceOf(UnreadableImage.class)
                    .hasMessageContaining("damaged")
                    .hasMessageContaining("frame 0");
        }
    }
}
