package org.vitrail.pixels;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** What other programs read from the samples: digests that {@code src/test/python/read_independently.py} recorded. */
public final class IndependentReadings {

    private IndependentReadings() {}

    /** One line of the table: file, reader and its arguments (the first names the axes, the second the image's number), result. */
    public record Reading(String file, String reader, String shape, String type, String digest) {

        /** Number of the image in its file. */
        public int image() {
            String[] words = reader.split(" ");
            return words.length > 2 ? Integer.parseInt(words[2]) : 0;
        }

        /** Axes that our reader has to be told, since the file does not name them; or null. */
        public String hint() {
            String axes = reader.split(" ")[1];
            return axes.matches("tyx|ctyx") ? axes : null;
        }

        /** Opens the file with our readers; a slide is skipped where the library that reads it is not installed. */
        public Fileset open() {
            try {
                return ImageReaders.openAll(List.of(Samples.sample(file)), hint());
            } catch (UnsupportedImage withoutLibrary) {
                Assumptions.assumeFalse(
                        withoutLibrary.getMessage().contains("libopenslide0"),
                        "skipped: libopenslide0 is not installed");
                throw withoutLibrary;
            }
        }

        @Override
        public String toString() {
            return file + " as " + reader;
        }
    }

    /** All lines. */
    public static List<Reading> list() throws IOException {
        try (InputStream table = IndependentReadings.class.getResourceAsStream("independent-readings.tsv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t"))
                    .map(cells -> new Reading(cells[0], cells[1], cells[2], cells[3], cells[4]))
                    .toList();
        }
    }
}
