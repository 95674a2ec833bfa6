package org.vitrail.pixels.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrail.omezarr.PixelDigest;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelsException;
import org.vitrail.pixels.SampleValues;

/** Files that pydicom writes, and those that it brings along, are read as pydicom reads them. */
class PydicomReadingsTest {

    /** JPEG decoders and color formulas may round differently. */
    private static final int MOST_ROUNDING = 2;

    @TempDir
    private Path folder;

    /** One line of {@code write_dicom.py}. */
    private record Reading(Path file, Path raw, String shape, String type, String digest, boolean exact) {

        static Reading of(String line) {
            String[] cells = line.split("\t");
            return new Reading(
                    Path.of(cells[0]), Path.of(cells[1]), cells[2], cells[3], cells[4], cells[5].equals("exact"));
        }
    }

    @Test
    void everyFileThatPydicomDecodesIsReadTheSame() throws Exception {
        List<Reading> readings = OtherProgram.script("write_dicom.py", folder).stream()
                .map(Reading::of)
                .toList();
        assertThat(readings).hasSizeGreaterThan(28);
        List<String> faults = new ArrayList<>();
        for (Reading reading : readings) {
            difference(reading).ifPresent(fault -> faults.add(reading.file + ": " + fault));
        }
        assertThat(faults).isEmpty();
    }

    private static Optional<String> difference(Reading reading) throws IOException {
        try (Fileset fileset = new DicomFormat().open(List.of(reading.file), null)) {
            PixelSource image = fileset.images().get(0);
            String read = image.shape() + " " + image.type().numpyName();
            if (!read.equals(reading.shape + " " + reading.type)) {
                return Optional.of("is read as " + read + " instead of " + reading.shape + " " + reading.type);
            }
            if (PixelDigest.of(image).equals(reading.digest)) {
                return Optional.empty();
            }
            int largest = largestDifference(image, Files.readAllBytes(reading.raw));
            return reading.exact || largest > MOST_ROUNDING
                    ? Optional.of("samples differ by up to " + largest)
                    : Optional.empty();
        } catch (PixelsException refused) {
            return Optional.of(refused.getMessage());
        }
    }

    private static int largestDifference(PixelSource image, byte[] expected) throws IOException {
        int height = (int) image.shape().y();
        int width = (int) image.shape().x();
        byte[] plane = new byte[height * width * image.type().bytes()];
        int largest = 0;
        int at = 0;
        for (int c = 0; c < image.shape().c(); c++) {
            for (int z = 0; z < image.shape().z(); z++) {
                image.read(0, c, z, 0, 0, height, width, plane);
                byte[] other = Arrays.copyOfRange(expected, at, at + plane.length);
                for (int i = 0; i < height * width; i++) {
                    double one = SampleValues.at(image.type(), plane, i);
                    largest = (int) Math.max(largest, Math.abs(one - SampleValues.at(image.type(), other, i)));
                }
                at += plane.length;
            }
        }
        return largest;
    }
}
