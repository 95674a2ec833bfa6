package org.vitrail.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrail.omezarr.PixelDigest;

/** Our readers against others: digests that {@code src/test/python/read_independently.py} recorded. */
class IndependentReadingsTest {

    /** One line of the table: file, reader and its arguments (the first names the axes, the second the image's number), result. */
    record Reading(String file, String reader, String shape, String type, String digest) {

        String axes() {
            return reader.split(" ")[1];
        }

        int image() {
            String[] words = reader.split(" ");
            return words.length > 2 ? Integer.parseInt(words[2]) : 0;
        }

        @Override
        public String toString() {
            return file + " as " + reader;
        }
    }

    static List<Reading> readings() throws IOException {
        try (InputStream table = IndependentReadingsTest.class.getResourceAsStream("independent-readings.tsv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t"))
                    .map(cells -> new Reading(cells[0], cells[1], cells[2], cells[3], cells[4]))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("readings")
    void pixelsAreWhatAnotherProgramReads(Reading reading) throws IOException {
        String hint = reading.axes().matches("tyx|ctyx") ? reading.axes() : null;
        try (Fileset fileset = open(Samples.sample(reading.file), hint)) {
            PixelSource image = fileset.images().get(reading.image());

            assertThat(image.shape()).hasToString(reading.shape);
            assertThat(image.type().numpyName()).isEqualTo(reading.type);
            assertThat(PixelDigest.of(image)).isEqualTo(reading.digest);
        }
    }

    private static Fileset open(Path file, String hint) {
        try {
            return ImageReaders.openAll(List.of(file), hint);
        } catch (UnsupportedImage withoutLibrary) {
            Assumptions.assumeFalse(
                    withoutLibrary.getMessage().contains("libopenslide0"), "skipped: libopenslide0 is not installed");
            throw withoutLibrary;
        }
    }
}
