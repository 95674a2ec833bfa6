package org.vitrail.omezarr.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.vitrail.omezarr.quality.TestImages.normal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.pixels.FormulaPixels;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.Samples;

/** Our measures against {@code src/test/python/measure_independently.py}, which computes them with numpy from the same samples. */
class QualityByNumpyTest {

    /** Our histograms of noise and of wide types have steps below one percent. */
    private static final double TOLERANCE = 0.012;

    @TempDir
    private Path folder;

    static List<PixelSource> images() {
        FormulaPixels.Formula cells = (t, c, z, y, x) -> 200
                + 60 * c
                + 3000
                        * Math.exp(-0.03 * t - 0.2 * Math.abs(z - 1))
                        * Math.max(0, Math.sin(x / 9.0) * Math.cos(y / 7.0))
                + 12 * normal(t, c, z, y, x);
        return List.of(
                TestImages.of(new PixelShape(4, 2, 3, 70, 530), PixelType.UINT16, cells),
                TestImages.of(
                        new PixelShape(1, 1, 3, 515, 39),
                        PixelType.INT16,
                        (t, c, z, y, x) -> cells.at(t, c, z, y, x) - 2000),
                TestImages.of(
                        new PixelShape(3, 1, 1, 90, 61),
                        PixelType.UINT8,
                        (t, c, z, y, x) -> Math.min(255, Math.rint(cells.at(t, c, z, y, x) / 8))),
                TestImages.of(new PixelShape(2, 1, 2, 67, 71), PixelType.INT8, (t, c, z, y, x) -> x + y - 90),
                TestImages.of(
                        new PixelShape(3, 2, 2, 64, 100),
                        PixelType.FLOAT32,
                        (t, c, z, y, x) -> x == 7 && y < 9 ? Double.NaN : cells.at(t, c, z, y, x) / 1000),
                TestImages.of(new PixelShape(2, 1, 2, 40, 40), PixelType.FLOAT64, cells),
                TestImages.of(
                        new PixelShape(2, 1, 2, 40, 45),
                        PixelType.UINT32,
                        (t, c, z, y, x) -> Math.rint(cells.at(t, c, z, y, x)) * 1000),
                TestImages.of(new PixelShape(1, 1, 1, 5, 3), PixelType.UINT16, cells),
                TestImages.of(new PixelShape(1, 1, 1, 1, 1), PixelType.UINT8, cells));
    }

    @ParameterizedTest
    @MethodSource("images")
    void numpyMeasuresTheSame(PixelSource image) throws Exception {
        assertThatNumpyAgrees(image);
    }

    @ParameterizedTest
    @ValueSource(strings = {"maize_clsm.tif", "bbbc022_hcs_3ch_u2os.tif", "stardist_img3d.tif", "cell.png"})
    void numpyMeasuresSamplesTheSame(String sample) throws Exception {
        try (PixelSource image = ImageReaders.open(List.of(Samples.sample(sample)), null)) {
            assertThatNumpyAgrees(image);
        }
    }

    private void assertThatNumpyAgrees(PixelSource image) throws IOException, InterruptedException {
        JsonNode theirs = numpy(image);
        ObjectNode ours = TestImages.measured(image).toJson();
        assertThat(ours.path("channels")).hasSize(theirs.path("channels").size());
        for (int c = 0; c < theirs.path("channels").size(); c++) {
            assertAgree(
                    "channel " + c,
                    ours.path("channels").path(c),
                    theirs.path("channels").path(c));
        }
    }

    private static void assertAgree(String where, JsonNode ours, JsonNode theirs) {
        if (theirs.isNumber()) {
            double expected = theirs.asDouble();
            boolean coarse = where.contains("noise");
            double tolerance = (coarse ? TOLERANCE : 1e-5) * Math.abs(expected) + (coarse ? 0 : 1e-6);
            assertThat(ours.isNumber()).as(where).isTrue();
            assertThat(ours.asDouble()).as(where).isCloseTo(expected, within(tolerance));
        } else if (theirs.isContainerNode()) {
            int method = ours.has("method") ? 1 : 0;
            assertThat(ours.size() - method)
                    .as(where + " " + ours + " " + theirs)
                    .isEqualTo(theirs.size());
            theirs.fieldNames()
                    .forEachRemaining(name -> assertAgree(where + " " + name, ours.path(name), theirs.path(name)));
            for (int i = 0; theirs.isArray() && i < theirs.size(); i++) {
                assertAgree(where + " " + i, ours.path(i), theirs.path(i));
            }
        } else {
            assertThat(ours).as(where).isEqualTo(theirs);
        }
    }

    private JsonNode numpy(PixelSource image) throws IOException, InterruptedException {
        Path python = Path.of("/usr/bin/python3");
        assumeTrue(
                Files.isExecutable(python)
                        && new ProcessBuilder(python.toString(), "-c", "import numpy")
                                        .start()
                                        .waitFor()
                                == 0,
                "skipped: python3-numpy is not installed");
        Path raw = folder.resolve("image.raw");
        write(image, raw);
        Process process = new ProcessBuilder(
                        python.toString(),
                        "-B",
                        "src/test/python/measure_independently.py",
                        raw.toString(),
                        image.type().numpyName(),
                        image.shape().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        JsonNode measured = new ObjectMapper().readTree(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).isZero();
        return measured;
    }

    private static void write(PixelSource image, Path raw) throws IOException {
        PixelShape shape = image.shape();
        byte[] plane = new byte[(int) (shape.y() * shape.x() * image.type().bytes())];
        try (OutputStream out = Files.newOutputStream(raw)) {
            for (int t = 0; t < shape.t(); t++) {
                for (int c = 0; c < shape.c(); c++) {
                    for (int z = 0; z < shape.z(); z++) {
                        image.read(t, c, z, 0, 0, (int) shape.y(), (int) shape.x(), plane);
                        out.write(plane);
                    }
                }
            }
        }
    }
}
