package org.vitrail.omezarr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrail.pixels.FormulaPixels;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SampleValues;

/** Levels of volumes: sections are halved with rows and columns while they lie no further apart. */
class VolumePyramidTest {

    private final MemoryZarrStore store = new MemoryZarrStore();

    private WrittenImage write(PixelSource source, double z, double xy) throws IOException {
        WriteOptions options = WriteOptions.defaults().withSpacing(new PixelSpacing(xy, xy, z));
        return OmeZarrWriter.write(source, store, options);
    }

    private static PixelSource noise(PixelShape shape, PixelType type) {
        return FormulaPixels.of(shape, type, (t, c, z, y, x) -> {
            long mixed = (((t * 31L + c) * 31 + z) * 1_000_003 + y * 1_009 + x) * 0x9E3779B97F4A7C15L;
            return type.isFloating() ? (mixed >>> 40) / 1024.0 : mixed >>> 33;
        });
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.5, 2 4", "2, 0.5, 1 1", "1, 0.5, 1 2", "0.2, 0.5, 2 4", "0.51, 0.5, 1 2"})
    void sectionsAreHalvedOnlyWhileTheyLieNoFurtherApartThanRows(double z, double xy, String factors)
            throws IOException {
        WrittenImage written = write(noise(new PixelShape(1, 1, 9, 600, 1000), PixelType.UINT8), z, xy);

        List<ScaleLevel> levels = written.levels();
        assertThat(levels.get(1).factorZ() + " " + levels.get(2).factorZ()).isEqualTo(factors);
        assertThat(levels.get(2).shape().z())
                .isEqualTo((9 + levels.get(2).factorZ() - 1) / levels.get(2).factorZ());
        String scales = new String(store.objects.get("zarr.json"), java.nio.charset.StandardCharsets.UTF_8)
                .replaceAll("\\s", "");
        assertThat(scales).contains("\"scale\":[" + z * levels.get(2).factorZ() + "," + xy * 4 + "," + xy * 4 + "]");
    }

    @Test
    void unknownSpacingLeavesSectionsAsTheyAre() throws IOException {
        WrittenImage written = OmeZarrWriter.write(
                noise(new PixelShape(1, 1, 8, 600, 600), PixelType.UINT8), store, WriteOptions.defaults());

        assertThat(written.levels()).allMatch(level -> level.factorZ() == 1);
    }

    @ParameterizedTest
    @EnumSource(PixelType.class)
    void everyLevelIsTheMeanOfTheSamplesBelowIt(PixelType type) throws IOException {
        PixelSource volume = noise(new PixelShape(2, 2, 5, 521, 303), type);

        WrittenImage written = write(volume, 1, 1);

        OmeZarrReader reader = OmeZarrReader.open(store);
        assertThat(PixelDigest.of(reader.level(0))).isEqualTo(written.digest()).isEqualTo(PixelDigest.of(volume));
        assertThatCoarseIsMeanOfFine(reader.level(0), reader.level(1));
        assertThatCoarseIsMeanOfFine(reader.level(1), reader.level(2));
    }

    @Test
    void shardsOfALargeVolumeNestInDepth() throws IOException {
        PixelSource volume = noise(new PixelShape(1, 1, 41, 1100, 1300), PixelType.UINT16);

        WrittenImage written = write(volume, 1, 1);

        assertThat(store.objects.keySet()).anyMatch(key -> key.matches("0/c/[1-9]/1/1"));
        OmeZarrReader reader = OmeZarrReader.open(store);
        assertThat(PixelDigest.of(reader.level(0))).isEqualTo(written.digest());
        for (int level = 1; level < written.levels().size(); level++) {
            assertThatCoarseIsMeanOfFine(reader.level(level - 1), reader.level(level));
        }
    }

    private static void assertThatCoarseIsMeanOfFine(PixelSource fine, PixelSource coarse) throws IOException {
        for (int plane = 0; plane < coarse.shape().planes(); plane++) {
            int z = (int) (plane % coarse.shape().z());
            int c = (int) (plane / coarse.shape().z() % coarse.shape().c());
            int t = (int) (plane / coarse.shape().z() / coarse.shape().c());
            double[] small = plane(coarse, t, c, z);
            double[] first = plane(fine, t, c, 2 * z);
            double[] second =
                    plane(fine, t, c, (int) Math.min(2L * z + 1, fine.shape().z() - 1));
            for (int i = 0; i < small.length; i++) {
                int y = (int) (i / coarse.shape().x());
                int x = (int) (i % coarse.shape().x());
                double expected = mean(fine, first, second, y, x);
                double allowed = fine.type().isFloating() ? Math.abs(expected) * 1e-6 : 0;
                if (Math.abs(small[i] - expected) > allowed) {
                    throw new AssertionError("z " + z + ", y " + y + ", x " + x + ": " + small[i] + " not " + expected);
                }
            }
        }
    }

    private static double mean(PixelSource fine, double[] first, double[] second, int y, int x) {
        double sum = 0;
        for (int dy = 0; dy < 2; dy++) {
            for (int dx = 0; dx < 2; dx++) {
                int row = (int) Math.min(2L * y + dy, fine.shape().y() - 1);
                int column = (int) Math.min(2L * x + dx, fine.shape().x() - 1);
                int at = row * (int) fine.shape().x() + column;
                sum += first[at] + second[at];
            }
        }
        return fine.type().isFloating() ? sum / 8 : Math.floor(sum / 8 + 0.5);
    }

    private static double[] plane(PixelSource source, int t, int c, int z) throws IOException {
        int height = (int) source.shape().y();
        int width = (int) source.shape().x();
        byte[] bytes = new byte[height * width * source.type().bytes()];
        source.read(t, c, z, 0, 0, height, width, bytes);
        double[] values = new double[height * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = SampleValues.at(source.type(), bytes, i);
        }
        return values;
    }

    @Test
    void labelsOfAVolumeKeepTheMostFrequentId() throws IOException {
        PixelSource ids = FormulaPixels.of(
                new PixelShape(1, 1, 6, 301, 300), PixelType.UINT32, (t, c, z, y, x) -> (x * y + z) % 5 * 100_000);
        write(noise(new PixelShape(1, 1, 6, 301, 300), PixelType.UINT8), 1, 1);

        OmeZarrWriter.writeLabels(
                ids, store, "cells", WriteOptions.defaults().withSpacing(new PixelSpacing(1.0, 1.0, 1.0)));

        OmeZarrReader labels = OmeZarrReader.open(store).label("cells");
        double[] small = plane(labels.level(1), 0, 0, 1);
        double[] first = plane(ids, 0, 0, 2);
        double[] second = plane(ids, 0, 0, 3);
        for (int i = 0; i < small.length; i++) {
            assertThat(small[i]).isEqualTo(mostFrequent(first, second, i / 150, i % 150));
        }
    }

    private static double mostFrequent(double[] first, double[] second, int y, int x) {
        Map<Double, Integer> counts = new HashMap<>();
        double best = -1;
        for (double[] section : List.of(first, second)) {
            for (int dy = 0; dy < 2; dy++) {
                for (int dx = 0; dx < 2; dx++) {
                    counts.merge(section[Math.min(2 * y + dy, 300) * 300 + 2 * x + dx], 1, Integer::sum);
                }
            }
        }
        int most = counts.values().stream().mapToInt(count -> count).max().orElseThrow();
        for (double[] section : List.of(second, first)) {
            for (int place = 3; place >= 0; place--) {
                double id = section[Math.min(2 * y + place / 2, 300) * 300 + 2 * x + place % 2];
                best = counts.get(id) == most ? id : best;
            }
        }
        return best;
    }
}
