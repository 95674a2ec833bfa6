package org.vitrail.omezarr.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vitrail.omezarr.quality.TestImages.measured;
import static org.vitrail.omezarr.quality.TestImages.normal;
import static org.vitrail.omezarr.quality.TestImages.of;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;

class QualityMeasuresTest {

    private static PixelShape plane(int height, int width) {
        return new PixelShape(1, 1, 1, height, width);
    }

    private static ChannelQuality first(PixelSource image) throws IOException {
        return measured(image).channels().get(0);
    }

    @ParameterizedTest
    @CsvSource({"UINT16, 5", "UINT16, 40", "INT16, 7.5", "FLOAT32, 0.01", "UINT32, 1000", "UINT8, 3"})
    void gaussianNoiseOverASlopeIsFound(PixelType type, double sigma) throws IOException {
        ChannelQuality quality = first(of(
                plane(300, 400),
                type,
                (t, c, z, y, x) -> rounded(type, 30 * sigma + sigma * (x / 10.0 + y / 20.0 + normal(t, c, z, y, x)))));

        assertThat(quality.noise().sigma()).isCloseTo(sigma, within(0.05 * sigma));
        double slope = 40 * 0.94 * sigma;
        assertThat(quality.noise().signalToNoise()).isBetween(0.8 * slope / sigma, 1.5 * slope / sigma);
    }

    private static double rounded(PixelType type, double value) {
        return type.isFloating() ? value : Math.rint(value);
    }

    @Test
    void noiseOfCountedPhotonsGrowsWithTheRootOfTheSignal() throws IOException {
        double dim = first(of(plane(256, 256), PixelType.UINT16, (t, c, z, y, x) -> poisson(50, y, x)))
                .noise()
                .sigma();
        double bright = first(of(plane(256, 256), PixelType.UINT16, (t, c, z, y, x) -> poisson(200, y, x)))
                .noise()
                .sigma();

        assertThat(dim).isCloseTo(Math.sqrt(50), within(0.5));
        assertThat(bright / dim).isCloseTo(2, within(0.15));
    }

    private static double poisson(double mean, long y, long x) {
        Random random = new Random((y * 1_000_003 + x) * 0x9E3779B97F4A7C15L);
        double limit = Math.exp(-mean);
        int count = -1;
        for (double product = 1; product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    @Test
    void edgesAndPaddingHardlyRaiseTheNoise() throws IOException {
        double sigma = first(of(
                        plane(256, 256),
                        PixelType.UINT16,
                        (t, c, z, y, x) ->
                                y < 100 ? 0 : Math.rint((x % 64 < 32 ? 500 : 3000) + 10 * normal(t, c, z, y, x))))
                .noise()
                .sigma();

        assertThat(sigma).isCloseTo(10, within(1.2));
    }

    @Test
    void vignettingShowsAtCornersMoreThanAtEdges() throws IOException {
        ChannelQuality quality = first(of(plane(600, 800), PixelType.UINT16, (t, c, z, y, x) -> {
            double dy = (y - 299.5) / 300;
            double dx = (x - 399.5) / 400;
            return Math.rint(20_000 * (1 - 0.3 * (dy * dy + dx * dx) / 2));
        }));

        assertThat(quality.flatField().cornerToCenter()).isCloseTo(1 - 0.3 * 0.766, within(0.01));
        assertThat(quality.flatField().edgeToCenter()).isCloseTo(1 - 0.3 * 0.766 / 2, within(0.01));
    }

    @Test
    void fadingOfTenPercentATimePointIsItsSlope() throws IOException {
        PixelSource film = of(
                new PixelShape(12, 1, 1, 64, 64),
                PixelType.UINT16,
                (t, c, z, y, x) -> Math.rint(20_000 * Math.exp(-0.1 * t) + 50 * normal(t, c, z, y, x)));

        ChannelQuality.Bleaching bleaching = first(film).bleaching();

        assertThat(bleaching.logSlopePerTimePoint()).isCloseTo(-0.1, within(0.0005));
        assertThat(bleaching.rSquared()).isGreaterThan(0.999);
    }

    @Test
    void steadyFilmHasNoSlopeAndNoFit() throws IOException {
        PixelSource film = of(new PixelShape(5, 1, 1, 20, 20), PixelType.UINT8, (t, c, z, y, x) -> x);

        assertThat(first(film).bleaching()).isEqualTo(new ChannelQuality.Bleaching(0, null));
    }

    @Test
    void twoTimePointsMakeNoTrend() throws IOException {
        PixelSource film = of(new PixelShape(2, 1, 1, 20, 20), PixelType.UINT8, (t, c, z, y, x) -> x + 10 * t);

        assertThat(first(film).bleaching()).isNull();
    }

    @Test
    void sharpestSectionIsFoundUnderNoiseAndFading() throws IOException {
        int sharp = 3;
        PixelSource stack = of(new PixelShape(1, 1, 9, 256, 256), PixelType.UINT16, (t, c, z, y, x) -> {
            double blur = 1 + 2.0 * Math.abs(z - sharp);
            double grid = Math.tanh(8 * Math.sin(x / 6.0) * Math.sin(y / 6.0) / blur);
            return Math.rint((4000 - 200 * z) * (1 + 0.5 * grid / blur) + 100 * normal(t, c, z, y, x));
        });

        ChannelQuality.Focus focus = first(stack).focus();

        assertThat(focus.bestSection()).isEqualTo(sharp);
        assertThat(focus.profile()).hasSize(9).contains(1.0).allMatch(sharpness -> sharpness >= 0 && sharpness <= 1);
        assertThat(focus.profile().get(0)).isLessThan(focus.profile().get(2));
        assertThat(focus.profile().get(8)).isLessThan(0.3);
    }

    @Test
    void valuesAtTheTypesMaximumAreSaturated() throws IOException {
        ChannelQuality quality = first(of(plane(64, 64), PixelType.UINT8, (t, c, z, y, x) -> Math.min(255, 8 * x)));

        assertThat(quality.saturation()).isEqualTo(new ChannelQuality.Saturation(0.5, 0.5));
    }

    @Test
    void twelveBitCamerasLimitIsASpike() throws IOException {
        ChannelQuality quality = first(of(
                plane(128, 128),
                PixelType.UINT16,
                (t, c, z, y, x) -> Math.min(4095, Math.rint(3500 + 400 * normal(t, c, z, y, x)))));

        assertThat(quality.saturation().atTypeMaximum()).isZero();
        assertThat(quality.saturation().atSpike()).isBetween(0.05, 0.09);
    }

    @Test
    void greatestValueThatFewHaveIsNoSpike() throws IOException {
        ChannelQuality quality = first(of(
                plane(128, 128), PixelType.UINT16, (t, c, z, y, x) -> Math.rint(3500 + 400 * normal(t, c, z, y, x))));

        assertThat(quality.saturation()).isEqualTo(new ChannelQuality.Saturation(0.0, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "UINT16, 1, 0, 4096, 12, 1", "UINT16, 16, 0, 4096, 12, 16", "UINT16, 1, 30000, 200, 8, 1",
                "INT16, 4, -8000, 2048, 11, 4",
        "UINT32, 257, 5, 256, 8, 257", "FLOAT32, 1, 0, 1024, 10, 1", "FLOAT64, 3, -1000, 100, 7, 3",
                "UINT8, 1, 0, 2, 1, 1"
    })
    void bitsAreThoseThatAreUsed(PixelType type, int step, int least, int levels, int bits, double found)
            throws IOException {
        PixelSource image = of(plane(64, 1024), type, (t, c, z, y, x) -> least + step * ((x + 31 * y) % levels));

        assertThat(first(image).bitDepth()).isEqualTo(new ChannelQuality.BitDepth(bits, found));
    }

    @Test
    void fractionsHaveNoBitDepthAndNoTypeMaximum() throws IOException {
        ChannelQuality quality = first(of(plane(40, 40), PixelType.FLOAT32, (t, c, z, y, x) -> x / 7.0));

        assertThat(quality.bitDepth()).isNull();
        assertThat(quality.saturation().atTypeMaximum()).isNull();
        assertThat(quality.values().max()).isEqualTo(5.57143);
    }

    @Test
    void notANumberAndInfinityAreCountedAndLeftOut() throws IOException {
        PixelSource image = of(
                new PixelShape(3, 1, 2, 64, 64),
                PixelType.FLOAT32,
                (t, c, z, y, x) ->
                        y >= 48 ? x % 2 == 0 ? Double.NaN : Double.POSITIVE_INFINITY : 100 + normal(t, c, z, y, x));

        ChannelQuality quality = first(image);

        assertThat(quality.values().nonFiniteFraction()).isEqualTo(0.25);
        assertThat(quality.values().max()).isBetween(100.0, 106.0);
        assertThat(quality.noise().sigma()).isCloseTo(1, within(0.05));
        assertThat(quality.flatField()).isNull();
        assertThat(quality.focus()).isNotNull();
        assertThat(quality.bleaching().logSlopePerTimePoint()).isCloseTo(0, within(0.001));
    }

    @Test
    void imageOfNotANumberOnlyHasNothingToMeasure() throws IOException {
        PixelSource image = of(new PixelShape(3, 1, 2, 64, 64), PixelType.FLOAT64, (t, c, z, y, x) -> Double.NaN);

        ChannelQuality nothing =
                new ChannelQuality(new ChannelQuality.Values(0, 1, null, null), null, null, null, null, null, null);
        assertThat(first(image)).isEqualTo(nothing);
    }

    @ParameterizedTest
    @EnumSource(PixelType.class)
    void constantImageHasNoNoiseNoBitsAndNoSpike(PixelType type) throws IOException {
        ChannelQuality quality = first(of(new PixelShape(3, 1, 2, 70, 70), type, (t, c, z, y, x) -> 7));

        assertThat(quality.values()).isEqualTo(new ChannelQuality.Values(0, 0, 7.0, 7.0));
        assertThat(quality.saturation().atSpike()).isZero();
        assertThat(quality.bitDepth()).isEqualTo(new ChannelQuality.BitDepth(0, 0));
        assertThat(quality.noise()).isNull();
        assertThat(quality.focus()).isNull();
        assertThat(quality.flatField()).isEqualTo(new ChannelQuality.FlatField(1, 1));
        assertThat(quality.bleaching()).isEqualTo(new ChannelQuality.Bleaching(0, null));
    }

    @ParameterizedTest
    @EnumSource(PixelType.class)
    void onePixelIsEnough(PixelType type) throws IOException {
        ChannelQuality quality = first(of(plane(1, 1), type, (t, c, z, y, x) -> 0));

        assertThat(quality.values()).isEqualTo(new ChannelQuality.Values(1, 0, 0.0, 0.0));
        assertThat(quality.noise()).isNull();
        assertThat(quality.flatField()).isNull();
    }

    @Test
    void greatestFloatsDoNotBreakTheDocument() throws IOException {
        ChannelQuality quality = first(of(
                new PixelShape(3, 1, 2, 64, 64),
                PixelType.FLOAT64,
                (t, c, z, y, x) -> x % 3 == 0 ? Double.MAX_VALUE : -Double.MAX_VALUE));

        assertThat(new ImageQuality(List.of(quality)).toJson().toString())
                .doesNotContain("NaN")
                .doesNotContain("Infinity");
    }

    @ParameterizedTest
    @EnumSource(PixelType.class)
    void orderAndThreadsChangeNoDigit(PixelType type) throws Exception {
        PixelSource image = of(
                new PixelShape(3, 1, 2, 530, 600),
                type,
                (t, c, z, y, x) -> (x * y + 13 * z + 5 * t) % 97 + (type.isFloating() ? Math.sqrt(x + c) : 0));
        ImageQuality expected = measured(image, new Random(1));

        assertThat(measured(image, new Random(2))).isEqualTo(expected);
        QualityMeasures measures = new QualityMeasures(image.shape(), type);
        try (ExecutorService workers = Executors.newFixedThreadPool(4)) {
            List<Callable<Void>> work = TestImages.tiles(image.shape()).stream()
                    .map(tile -> (Callable<Void>) () -> {
                        TestImages.see(measures, image, tile);
                        return null;
                    })
                    .toList();
            for (Future<Void> done : workers.invokeAll(work)) {
                done.get();
            }
        }
        assertThat(measures.result()).isEqualTo(expected);
    }

    @Test
    void channelsBeyondTheLimitAreNotMeasured() throws IOException {
        PixelSource image = of(new PixelShape(1, 70, 1, 8, 8), PixelType.UINT16, (t, c, z, y, x) -> c + x);

        ImageQuality quality = measured(image);

        assertThat(quality.channels()).hasSize(ImageQuality.MOST_CHANNELS);
        assertThat(quality.channels().get(63).values()).isEqualTo(new ChannelQuality.Values(0, 0, 63.0, 70.0));
        assertThat(quality.channels().get(63).bitDepth()).isEqualTo(new ChannelQuality.BitDepth(3, 1));
    }

    @Test
    void everyMeasureNamesItsMethod() throws IOException {
        PixelSource image =
                of(new PixelShape(3, 1, 2, 64, 64), PixelType.UINT16, (t, c, z, y, x) -> 50 + x * y % (7 + z + t));

        var channel = measured(image).toJson().path("channels").path(0);

        assertThat(channel).hasSize(7);
        channel.forEach(measure -> assertThat(measure.path("method").asText()).matches("[a-z0-9-]+-\\d+"));
    }
}
