package org.vitrail.pixels.tiff.aperio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.omezarr.PixelDigest;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.Mutations;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.Samples;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Kind;
import org.vitrail.pixels.identity.IdentityFinding.Treatment;
import org.vitrail.pixels.tiff.TiffMaker;
import org.vitrail.pixels.tiff.file.OpenFiles;
import org.vitrail.pixels.tiff.file.TiffFile;

/** SVS against OpenSlide, and without what reveals; {@code src/test/python/make_jpeg_tiffs.py} made the small slides. */
class AperioFormatTest {

    @TempDir
    private Path folder;

    static List<String[]> readings() throws IOException {
        return new String(fixture("readings.tsv"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(".svs"))
                .map(line -> line.split("\t"))
                .map(cells -> new String[] {cells[0], cells[4]})
                .toList();
    }

    private static byte[] fixture(String name) throws IOException {
        try (InputStream in = AperioFormatTest.class.getResourceAsStream("/org/vitrail/pixels/tiff/jpeg/" + name)) {
            return in.readAllBytes();
        }
    }

    private Path slide() throws IOException {
        return Files.write(folder.resolve("slide.svs"), fixture("slide.svs"));
    }

    @ParameterizedTest
    @MethodSource("readings")
    void pixelsAreThoseOfOpenSlide(String name, String digest) throws IOException {
        Path file = Files.write(folder.resolve(name), fixture(name));

        try (Fileset slide = ImageReaders.openAll(List.of(file), null)) {
            assertThat(slide.images()).hasSize(1);
            PixelSource image = slide.images().get(0);
            assertThat(image.shape()).hasToString("1x3x1x75x101");
            assertThat(image.metadata().pixelSizeX()).isEqualTo(0.5);
            assertThat(image.metadata().pixelSizeY()).isEqualTo(0.5);
            assertThat(image.metadata().rgb()).isTrue();
            assertThat(PixelDigest.of(image)).isEqualTo(digest);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"slide.svs", "aperio_33005.svs"})
    void severalThreadsReadTheSame(String name) throws Exception {
        Path file = Files.write(folder.resolve(name), fixture(name));
        try (PixelSource image = ImageReaders.open(List.of(file), null)) {
            List<byte[]> read = IntStream.range(0, 16)
                    .parallel()
                    .mapToObj(i -> channel(file, image, i % 2 == 0))
                    .toList();
            assertThat(read).allSatisfy(samples -> assertThat(samples).isEqualTo(read.get(0)));
        }
    }

    /** From an image that is shared, or from one of its own whose tiles nobody decoded yet. */
    private static byte[] channel(Path file, PixelSource shared, boolean own) {
        byte[] samples = new byte[75 * 101];
        try (PixelSource other = own ? ImageReaders.open(List.of(file), null) : null) {
            (own ? other : shared).read(0, 1, 0, 0, 0, 75, 101, samples);
            return samples;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void picturesAndDescriptionsAreFound() throws IOException {
        try (Fileset slide = ImageReaders.openAll(List.of(slide()), null)) {
            assertThat(slide.findings())
                    .extracting(finding -> finding.kind() + " " + finding.where())
                    .containsExactly(
                            "IDENTIFIER ImageDescription, scanscope id",
                            "FILE_NAME ImageDescription, filename",
                            "DATE ImageDescription, date",
                            "DATE ImageDescription, time",
                            "PERSON_NAME ImageDescription, user",
                            "FILE_NAME ImageDescription, title",
                            "OVERVIEW_IMAGE page 2, thumbnail",
                            "LABEL_IMAGE page 4, label picture",
                            "OVERVIEW_IMAGE page 5, overview of the slide (macro)");
            assertThat(slide.findings()).extracting(IdentityFinding::treatment).containsOnly(Treatment.REMOVED);
        }
    }

    @Test
    void copyHasTheImageAndNothingBesideIt() throws IOException {
        Path file = slide();
        Path copy = folder.resolve("copy.svs");

        assertThat(ImageReaders.writeWithoutIdentity(file, copy)).isTrue();

        String bytes = Files.readString(copy, StandardCharsets.ISO_8859_1);
        assertThat(Files.size(copy)).isEqualTo(Files.size(file));
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                .contains("LABELLABEL", "operator7", "SCANNER7", "case-0815", "01/02/03", "04:05:06", "made up");
        assertThat(bytes)
                .contains("MPP = 0.5000", "AppMag = 20")
                .doesNotContain("LABELLABEL", "operator7", "SCANNER7", "case-0815", "01/02/03", "04:05:06", "made up")
                .doesNotContain("label", "macro");
        assertSamePixels(file, copy);
        try (Fileset cleaned = ImageReaders.openAll(List.of(copy), null)) {
            assertThat(cleaned.findings()).isEmpty();
        }
        try (OpenFiles open = new OpenFiles()) {
            assertThat(new TiffFile(copy, open).pageCount()).isEqualTo(2);
        }
    }

    @Test
    void realSlideLosesItsLabelAndKeepsItsPixels() throws IOException {
        Path file = Samples.sample("CMU-1-Small-Region.svs");
        Path copy = folder.resolve("copy.svs");

        assertThat(ImageReaders.writeWithoutIdentity(file, copy)).isTrue();

        try (Fileset slide = ImageReaders.openAll(List.of(file), null);
                Fileset cleaned = ImageReaders.openAll(List.of(copy), null)) {
            assertThat(slide.images().get(0).metadata().pixelSizeX()).isEqualTo(0.499);
            assertThat(slide.findings())
                    .extracting(IdentityFinding::kind)
                    .contains(Kind.LABEL_IMAGE, Kind.OVERVIEW_IMAGE, Kind.DATE, Kind.PERSON_NAME, Kind.IDENTIFIER);
            assertThat(cleaned.findings()).isEmpty();
        }
        byte[] label = new byte[4096];
        try (InputStream in = Files.newInputStream(copy)) {
            in.skipNBytes(1_475_813);
            in.readNBytes(label, 0, label.length);
        }
        assertThat(label).containsOnly(0);
        assertSamePixels(file, copy);
    }

    private static void assertSamePixels(Path file, Path copy) throws IOException {
        try (PixelSource before = ImageReaders.open(List.of(file), null);
                PixelSource after = ImageReaders.open(List.of(copy), null)) {
            assertThat(PixelDigest.of(after)).isEqualTo(PixelDigest.of(before));
        }
    }

    @Test
    void pictureThatSharesBytesWithTheImageIsNotKept() throws IOException {
        byte[] bytes = fixture("slide.svs");
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int label = text.indexOf("LABEL");
        int entry = indexOfInt(bytes, label);
        bytes[entry] = 40;
        bytes[entry + 1] = 0;
        Path file = Files.write(folder.resolve("shared.svs"), bytes);
        Path copy = folder.resolve("copy.svs");

        assertThat(ImageReaders.writeWithoutIdentity(file, copy)).isFalse();
        assertThat(copy).doesNotExist();
    }

    private static int indexOfInt(byte[] bytes, int value) {
        for (int i = 8; i < bytes.length - 4; i++) {
            int at = bytes[i] & 0xff | (bytes[i + 1] & 0xff) << 8 | (bytes[i + 2] & 0xff) << 16 | bytes[i + 3] << 24;
            if (at == value) {
                return i;
            }
        }
        throw new AssertionError("no field has " + value);
    }

    @Test
    void severalFocalPlanesAreNotSupported() throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.tiled = true;
        maker.pages = 2;
        maker.description = "Aperio Image Library v1\n37x29|MPP = 0.5";
        Path file = maker.write(folder.resolve("planes.svs"));

        assertThatThrownBy(() -> ImageReaders.openAll(List.of(file), null))
                .isInstanceOf(UnsupportedImage.class)
                .hasMessageContaining("planes.svs")
                .hasMessageContaining("several focal planes (page 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Aperio",
                "Aperio Image Library v1\n37x29|MPP = none",
                "Aperio Image Library v1\n37x29|MPP = -1",
                "Aperio Image Library v1\n37x29|MPP = 1e999",
                "Aperio|||=|= =|",
                "Aperio\n|MPP="
            })
    void damagedDescriptionGivesNoPixelSize(String description) throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.tiled = true;
        maker.description = description;
        Path file = maker.write(folder.resolve("odd.svs"));

        try (Fileset slide = ImageReaders.openAll(List.of(file), null)) {
            assertThat(slide.images().get(0).metadata().pixelSizeX()).isNull();
            assertThat(slide.findings()).isEmpty();
        }
    }

    @Test
    void valueOfAnUnknownKeyIsTakenForRevealing() throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.tiled = true;
        maker.description = "Aperio Image Library v1\n37x29|MPP = 0.25|Block = B12|words without a key";
        Path file = maker.write(folder.resolve("keys.svs"));
        Path copy = folder.resolve("copy.svs");

        try (Fileset slide = ImageReaders.openAll(List.of(file), null)) {
            assertThat(slide.findings()).extracting(IdentityFinding::kind).containsOnly(Kind.FREE_TEXT);
            assertThat(slide.findings()).hasSize(2);
        }
        assertThat(ImageReaders.writeWithoutIdentity(file, copy)).isTrue();
        assertThat(Files.readString(copy, StandardCharsets.ISO_8859_1))
                .contains("|MPP = 0.25|Block = XXX|XXXXX XXXXXXX X XXX");
    }

    @Test
    @Timeout(60)
    void damagedSlidesAreReadOrRefused() throws IOException {
        byte[] sound = fixture("slide.svs");
        Path copy = folder.resolve("copy.svs");
        Mutations.check(sound, folder, "slide.svs", sound.length, 300, file -> {
            Files.deleteIfExists(copy);
            ImageReaders.writeWithoutIdentity(file, copy);
            try (Fileset slide = ImageReaders.openAll(List.of(file), null)) {
                slide.findings();
                PixelSource image = slide.images().get(0);
                int height = (int) Math.min(100, image.shape().y());
                int width = (int) Math.min(150, image.shape().x());
                image.read(
                        0,
                        0,
                        0,
                        0,
                        0,
                        height,
                        width,
                        new byte[height * width * image.type().bytes()]);
            }
        });
    }
}
