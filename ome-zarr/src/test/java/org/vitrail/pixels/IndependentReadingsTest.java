package org.vitrail.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrail.omezarr.PixelDigest;
import org.vitrail.pixels.IndependentReadings.Reading;

/** Our readers against others. */
class IndependentReadingsTest {

    static List<Reading> readings() throws IOException {
        return IndependentReadings.list();
    }

    @ParameterizedTest
    @MethodSource("readings")
    void pixelsAreWhatAnotherProgramReads(Reading reading) throws IOException {
        try (Fileset fileset = reading.open()) {
            PixelSource image = fileset.images().get(reading.image());

            assertThat(image.shape()).hasToString(reading.shape());
            assertThat(image.type().numpyName()).isEqualTo(reading.type());
            assertThat(PixelDigest.of(image)).isEqualTo(reading.digest());
        }
    }
}
