package org.vitrail.omezarr.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.pixels.FormulaPixels;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SampleValues;
import org.vitrail.pixels.Samples;

class PerceptualHashTest {

    private static final List<String> SAMPLES = List.of(
            "maize_clsm.tif",
            "bbbc022_hcs_3ch_u2os.tif",
            "stardist_img2d.tif",
            "stardist_img3d.tif",
            "cell.png",
            "ihc.png",
            "retina.jpg",
            "microaneurysms.png",
            "platynereis_nuclei_labels_3d.tif");

    private static final int SIMILAR = 8;

    @TempDir
    private Path folder;

    /** Samples of the section that counts. */
    private record Section(double[][] channels, int height, int width) {

        static Section of(PixelSource image) throws IOException {
            PixelShape shape = image.shape();
            int height = (int) shape.y();
            int width = (int) shape.x();
            byte[] bytes = new byte[height * width * image.type().bytes()];
            double[][] channels = new double[shape.c()][height * width];
            for (int c = 0; c < channels.length; c++) {
                image.read(0, c, (int) (shape.z() / 2), 0, 0, height, width, bytes);
                for (int i = 0; i < height * width; i++) {
                    channels[c][i] = SampleValues.at(image.type(), bytes, i);
                }
            }
            return new Section(channels, height, width);
        }

        PixelSource image(PixelType type, int scale, FormulaPixels.Formula change) {
            PixelShape shape = new PixelShape(1, channels.length, 1, (long) height * scale, (long) width * scale);
            return FormulaPixels.of(shape, type, (t, c, z, y, x) -> {
                double value = channels[c][(int) (y / scale) * width + (int) (x / scale)] + change.at(t, c, z, y, x);
                return type.isFloating() ? value : Math.rint(value);
            });
        }
    }

    private static PixelSource sample(String name) {
        String axes = name.contains("timeseries") ? "tyx" : null;
        return ImageReaders.open(List.of(Samples.sample(name)), axes);
    }

    /** Without the largest, which takes long. */
    static List<String> samples() {
        return SAMPLES.stream().filter(name -> !name.equals("retina.jpg")).toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void similarImagesHaveSimilarHashes(String name) throws IOException {
        try (PixelSource image = sample(name)) {
            String hash = PerceptualHash.of(image);
            Section section = Section.of(image);
            double max = 0;
            for (double[] channel : section.channels) {
                for (double value : channel) {
                    max = Math.max(max, value);
                }
            }
            double greatest = max;
            PixelType type = image.type();

            assertThat(hash).matches("[0-7][0-9a-f]{15}").isNotEqualTo("0000000000000000");
            assertNear(hash, section.image(type, 1, (t, c, z, y, x) -> 0), 0);
            assertNear(hash, section.image(type, 2, (t, c, z, y, x) -> 0), 0);
            assertNear(hash, section.image(PixelType.FLOAT32, 1, (t, c, z, y, x) -> 0), 0);
            assertNear(hash, brightened(section, PixelType.FLOAT32, 3.7, 100), 2);
            assertNear(hash, brightened(section, PixelType.UINT16, 65_000 / greatest, 500), 2);
            assertNear(hash, brightened(section, PixelType.UINT8, 255 / greatest, 0), SIMILAR);
            assertNear(hash, noisy(section, 0.02 * greatest), SIMILAR);
        }
    }

    private static PixelSource brightened(Section section, PixelType type, double factor, double offset) {
        PixelShape shape = new PixelShape(1, section.channels.length, 1, section.height, section.width);
        return FormulaPixels.of(shape, type, (t, c, z, y, x) -> {
            double value = section.channels[c][(int) (y * section.width + x)] * factor + offset;
            return type.isFloating() ? value : Math.rint(value);
        });
    }

    private static PixelSource noisy(Section section, double sigma) {
        return section.image(
                PixelType.FLOAT32,
                1,
                (t, c, z, y, x) ->
                        sigma * new Random((c * 1_000_003L + y * 10_007 + x) * 0x9E3779B97F4A7C15L).nextGaussian());
    }

    private static void assertNear(String hash, PixelSource changed, int bits) throws IOException {
        assertThat(PerceptualHash.distance(hash, PerceptualHash.of(changed)))
                .as(changed.type() + " " + changed.shape())
                .isLessThanOrEqualTo(bits);
    }

    @Test
    void differentSamplesAreFarApart() throws IOException {
        List<String> hashes = new ArrayList<>();
        for (String name : SAMPLES) {
            try (PixelSource image = sample(name)) {
                hashes.add(PerceptualHash.of(image));
            }
        }
        for (int i = 0; i < hashes.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(PerceptualHash.distance(hashes.get(i), hashes.get(j)))
                        .as(SAMPLES.get(i) + " and " + SAMPLES.get(j))
                        .isGreaterThan(2 * SIMILAR);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "bbbc022_hcs_3ch_u2os.tif, derived/bbbc022_3ch.ome.tif",
        "stardist_img3d.tif, derived/stardist_img3d_zstack.ome.tif"
    })
    void formatDoesNotCount(String one, String other) throws IOException {
        try (PixelSource a = sample(one);
                PixelSource b = sample(other)) {
            assertThat(PerceptualHash.of(a)).isEqualTo(PerceptualHash.of(b));
        }
    }

    @ParameterizedTest
    @EnumSource(PixelType.class)
    void imageOfOneValueHasZeros(PixelType type) throws IOException {
        assertThat(PerceptualHash.of(FormulaPixels.of(new PixelShape(1, 2, 1, 33, 700), type, (t, c, z, y, x) -> 9)))
                .isEqualTo("0000000000000000");
    }

    @Test
    void notANumberCountsAsZero() throws IOException {
        PixelShape shape = new PixelShape(1, 1, 1, 40, 50);
        PixelSource holes = FormulaPixels.of(
                shape,
                PixelType.FLOAT32,
                (t, c, z, y, x) -> x < 20 ? Double.NaN : y < 10 ? Double.NEGATIVE_INFINITY : x * y);
        PixelSource zeros = FormulaPixels.of(shape, PixelType.FLOAT32, (t, c, z, y, x) -> x < 20 || y < 10 ? 0 : x * y);

        assertThat(PerceptualHash.of(holes)).isEqualTo(PerceptualHash.of(zeros));
    }

    @Test
    void firstTimePointsMiddleSectionCounts() throws IOException {
        FormulaPixels.Formula shown = (t, c, z, y, x) -> 100 * Math.sin(x / 9.0 + y / 5.0) + 100;
        PixelSource stack = FormulaPixels.of(
                new PixelShape(3, 1, 4, 50, 60),
                PixelType.UINT8,
                (t, c, z, y, x) -> t == 0 && z == 2 ? shown.at(t, c, z, y, x) : x * y * (t + z));

        assertThat(PerceptualHash.of(stack))
                .isEqualTo(
                        PerceptualHash.of(FormulaPixels.of(new PixelShape(1, 1, 1, 50, 60), PixelType.UINT8, shown)));
    }

    @ParameterizedTest
    @EnumSource(names = {"UINT8", "INT16", "FLOAT32", "UINT64"})
    void orderOfTilesChangesNothing(PixelType type) throws IOException {
        PixelShape shape = new PixelShape(1, 2, 1, 1300, 1100);
        PixelSource image =
                FormulaPixels.of(shape, type, (t, c, z, y, x) -> (x * y / 700.0 + 31 * c) % 101 + (y > 700 ? 20 : 0));
        List<int[]> tiles = new ArrayList<>();
        for (int i = 0; i < 18; i++) {
            tiles.add(new int[] {i % 2, i / 2 % 3 * 512, i / 6 * 512});
        }
        Collections.shuffle(tiles, new Random(5));

        PerceptualHash hash = new PerceptualHash(shape, type);
        for (int[] tile : tiles) {
            int height = (int) Math.min(512, shape.y() - tile[1]);
            int width = (int) Math.min(512, shape.x() - tile[2]);
            byte[] samples = new byte[height * width * type.bytes()];
            image.read(0, tile[0], 0, tile[1], tile[2], height, width, samples);
            hash.see(0, tile[0], 0, tile[1], tile[2], height, width, samples);
        }

        assertThat(hash.finish()).isEqualTo(PerceptualHash.of(image));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void roundedCosinesAreFarFromHalves(int k) {
        for (int n = 0; n < 32; n++) {
            double exact = 16_384 * Math.cos((2 * n + 1) * k * Math.PI / 64);
            assertThat(Math.abs(Math.abs(exact - Math.rint(exact)) - 0.5)).isGreaterThan(1e-5);
            assertThat(PerceptualHash.cosine(k, n)).isEqualTo(Math.round(exact));
        }
    }

    /** Test vectors of docs/formats/perceptual-hash.md. */
    static List<PixelSource> vectors() {
        return List.of(
                FormulaPixels.of(new PixelShape(1, 1, 1, 48, 64), PixelType.UINT8, (t, c, z, y, x) -> (x * y) % 251),
                FormulaPixels.of(
                        new PixelShape(2, 2, 3, 600, 513),
                        PixelType.UINT16,
                        (t, c, z, y, x) -> (7 * y * (c + 1) + 3 * x * z + x * y + t) % 4093),
                FormulaPixels.of(
                        new PixelShape(1, 1, 1, 5, 7), PixelType.INT16, (t, c, z, y, x) -> (x * 37 + y * 91) % 50 - 25),
                FormulaPixels.of(
                        new PixelShape(1, 3, 1, 530, 70),
                        PixelType.FLOAT32,
                        (t, c, z, y, x) -> ((x + c) * y) % 61 / 8.0),
                FormulaPixels.of(new PixelShape(1, 1, 1, 1, 1), PixelType.UINT8, (t, c, z, y, x) -> 200));
    }

    @Test
    void documentedVectorsHold() throws IOException {
        List<String> hashes = new ArrayList<>();
        for (PixelSource image : vectors()) {
            hashes.add(PerceptualHash.of(image));
        }
        assertThat(hashes)
                .containsExactly(
                        "00031f3f3f3c7871",
                        "170f0707070f1f1f",
                        "1772a78a1170ee74",
                        "4255555555157755",
                        "0000000000000000");
    }

    @Test
    void independentProgramFindsTheSame() throws IOException, InterruptedException {
        assumePython();
        for (PixelSource image : vectors()) {
            assertThat(python(image)).as(image.shape().toString()).isEqualTo(PerceptualHash.of(image));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stardist_img3d.tif", "cell.png", "maize_clsm.tif"})
    void independentProgramFindsTheSameOfSamples(String name) throws IOException, InterruptedException {
        assumePython();
        try (PixelSource image = sample(name)) {
            assertThat(python(image)).isEqualTo(PerceptualHash.of(image));
        }
    }

    private static void assumePython() throws IOException, InterruptedException {
        boolean found = Files.isExecutable(Path.of("/usr/bin/python3"))
                && new ProcessBuilder("/usr/bin/python3", "-c", "import numpy")
                                .start()
                                .waitFor()
                        == 0;
        assumeTrue(found, "skipped: python3-numpy is not installed");
    }

    private String python(PixelSource image) throws IOException, InterruptedException {
        Path raw = folder.resolve("image.raw");
        PixelShape shape = image.shape();
        byte[] plane = new byte[(int) (shape.y() * shape.x() * image.type().bytes())];
        try (OutputStream out = Files.newOutputStream(raw)) {
            for (int i = 0; i < shape.planes(); i++) {
                int c = (int) (i / shape.z() % shape.c());
                image.read(
                        (int) (i / shape.z() / shape.c()),
                        c,
                        (int) (i % shape.z()),
                        0,
                        0,
                        (int) shape.y(),
                        (int) shape.x(),
                        plane);
                out.write(plane);
            }
        }
        Process process = new ProcessBuilder(
                        "/usr/bin/python3",
                        "-B",
                        "src/test/python/hash_independently.py",
                        raw.toString(),
                        image.type().numpyName(),
                        shape.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String hash = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        assertThat(process.waitFor()).isZero();
        return hash;
    }
}
