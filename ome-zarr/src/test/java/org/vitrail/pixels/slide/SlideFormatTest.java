package org.vitrail.pixels.slide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrail.omezarr.PixelDigest;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageFormat.Candidate;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.Mutations;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.Samples;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Kind;

/** Slides through the installed OpenSlide; {@code IndependentReadingsTest} compares a whole NDPI with openslide-python. */
class SlideFormatTest {

    private static final String NDPI = "hamamatsu_test3-DAPI.ndpi";

    @TempDir
    private Path folder;

    private static void needsLibrary() {
        Assumptions.assumeTrue(OpenSlideLibrary.installed().isPresent(), "skipped: libopenslide0 is not installed");
    }

    private Path trestle() throws IOException {
        try (InputStream in = SlideFormatTest.class.getResourceAsStream("trestle.tif")) {
            return Files.write(folder.resolve("trestle.tif"), in.readAllBytes());
        }
    }

    @Test
    void slideHasThePixelsOfOpenslidePython() throws IOException {
        needsLibrary();
        try (PixelSource image = ImageReaders.open(List.of(trestle()), null)) {
            assertThat(image.shape()).hasToString("1x3x1x75x101");
            assertThat(image.metadata().rgb()).isTrue();
            // read_independently.py openslide trestle.tif yxc
            assertThat(PixelDigest.of(image))
                    .isEqualTo("4de5e392515cf297b86d476b9390831f676aa9fea15486514df6ba14db2c9c6d");
        }
    }

    @Test
    void pixelSizeAndOverviewAreKnownAndTheFileIsNotKept() throws IOException {
        needsLibrary();
        Path file = Samples.sample(NDPI);
        try (Fileset slide = ImageReaders.openAll(List.of(file), null)) {
            assertThat(slide.images().get(0).metadata().pixelSizeX()).isEqualTo(0.2281750559028887);
            assertThat(slide.findings())
                    .extracting(finding -> finding.kind() + " " + finding.where())
                    .contains("OVERVIEW_IMAGE picture macro", "DATE property tiff.DateTime");
        }
        assertThat(ImageReaders.writeWithoutIdentity(file, folder.resolve("copy.ndpi")))
                .isFalse();
        assertThat(folder.resolve("copy.ndpi")).doesNotExist();
    }

    @Test
    void namesAndDatesInPropertiesAreFound() throws IOException {
        needsLibrary();
        try (Fileset slide = ImageReaders.openAll(List.of(trestle()), null)) {
            assertThat(slide.findings())
                    .extracting(finding -> finding.kind() + " " + finding.where())
                    .contains("PERSON_NAME property trestle.Operator", "DATE property tiff.DateTime");
            assertThat(slide.findings())
                    .extracting(IdentityFinding::toString)
                    .noneMatch(text -> text.contains("made up"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mirax.GENERAL.SLIDE_CREATIONDATETIME | 05/06/2008 12:00:00 | DATE",
                "leica.barcode | QUJD | IDENTIFIER",
                "philips.DICOM_ACQUISITION_DATETIME | 20010203 | DATE",
                "ventana.UserName | made up | PERSON_NAME",
                "mirax.GENERAL.SLIDE_NAME | made up | IDENTIFIER",
                "hamamatsu.roi.barcode.macro | 948,281,1253,682 | ",
                "hamamatsu.exposure.barcode.macro | 320 | ",
                "hamamatsu.stage.center | 177617,585288 | ",
                "openslide.level[0].width | 3968 | ",
                "tiff.XResolution | 43826 | "
            })
    void propertiesAreJudgedByKeyAndValue(String key, String value, Kind kind) {
        assertThat(SlideFindings.kinds(key, value))
                .isEqualTo(kind == null ? java.util.Set.of() : java.util.Set.of(kind));
    }

    @Test
    void absentLibraryIsSaidWithTheCommand() throws IOException {
        SlideFormat withoutLibrary = new SlideFormat(Optional.empty());
        Path file = trestle();

        assertThat(withoutLibrary.takes(List.of(candidate(file)))).isTrue();
        assertThatThrownBy(() -> withoutLibrary.open(List.of(file), null))
                .isInstanceOf(UnsupportedImage.class)
                .hasMessageContaining("trestle.tif")
                .hasMessageContaining("apt-get install libopenslide0");
    }

    @Test
    void miraxComesWithItsFolderOrItsFiles() throws IOException {
        Path slide = Files.write(folder.resolve("a.mrxs"), new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0});
        Path data = Files.createDirectory(folder.resolve("a"));
        Path index = Files.writeString(data.resolve("Slidedat.ini"), "[GENERAL]");
        Path elsewhere =
                Files.writeString(Files.createDirectory(folder.resolve("b")).resolve("c"), "other");
        SlideFormat format = new SlideFormat();

        assertThat(format.takes(List.of(candidate(slide)))).isTrue();
        assertThat(format.takes(List.of(new Candidate(data, new byte[0]), candidate(slide))))
                .isTrue();
        assertThat(format.takes(List.of(candidate(index), candidate(slide)))).isTrue();
        assertThat(format.takes(List.of(candidate(index)))).isFalse();
        assertThat(format.takes(List.of(candidate(slide), candidate(slide)))).isFalse();
        assertThat(format.takes(List.of(new Candidate(folder.resolve("../x.tif"), new byte[8]), candidate(slide))))
                .isFalse();
        assertThat(elsewhere).exists();
    }

    @Test
    void miraxWithoutItsFolderIsRefusedWithWhatIsMissing() throws IOException {
        needsLibrary();
        Path slide = Files.write(folder.resolve("lonely.mrxs"), new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0});

        assertThatThrownBy(() -> ImageReaders.openAll(List.of(slide), null))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining("lonely.mrxs")
                .hasMessageContaining("folder of the same name");
    }

    @Test
    void severalFocalPlanesAreNotSupported() throws IOException {
        needsLibrary();
        byte[] bytes = Files.readAllBytes(Samples.sample(NDPI));
        int focus = indexOf(bytes, new byte[] {(byte) 0x90, (byte) 0xff, 9, 0, 1, 0, 0, 0}); // 65424, one SLONG
        bytes[focus + 8] = 100;
        Path file = Files.write(folder.resolve("planes.ndpi"), bytes);

        assertThatThrownBy(() -> ImageReaders.openAll(List.of(file), null))
                .isInstanceOf(UnsupportedImage.class)
                .hasMessageContaining("planes.ndpi has several focal planes");
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        int at = 0;
        while (!Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
            at++;
        }
        return at;
    }

    @Test
    void truncatedSlideIsRefused() throws IOException {
        needsLibrary();
        byte[] whole = Files.readAllBytes(Samples.sample(NDPI));
        Path cut = Files.write(folder.resolve("cut.ndpi"), Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> ImageReaders.openAll(List.of(cut), null))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining("cut.ndpi")
                .hasMessageNotContaining(folder.toString());
    }

    @Test
    void damagedPixelsAreAnErrorThatNamesTheFile() throws IOException {
        needsLibrary();
        byte[] bytes = Files.readAllBytes(trestle());
        Arrays.fill(bytes, 8, 700, (byte) 0);
        Path file = Files.write(folder.resolve("bad.tif"), bytes);

        try (PixelSource image = ImageReaders.open(List.of(file), null)) {
            assertThatThrownBy(() -> image.read(0, 0, 0, 0, 0, 8, 8, new byte[64]))
                    .isInstanceOf(UnreadableImage.class)
                    .hasMessageContaining("bad.tif");
        }
    }

    @Test
    void errorsOfTheLibraryNameNoFolder() throws IOException {
        needsLibrary();
        byte[] sound = Files.readAllBytes(trestle());
        // OpenSlide 3.4.1 says of this one "Invalid TIFF" with the whole path
        Path file = Files.write(folder.resolve("bad.tif"), Mutations.mutate(sound, sound.length, 393));

        assertThatThrownBy(() -> ImageReaders.openAll(List.of(file), null))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining("bad.tif")
                .hasMessageNotContaining(folder.toString());
    }

    @Test
    void closedSlideRefusesToRead() throws IOException {
        needsLibrary();
        PixelSource image = ImageReaders.open(List.of(trestle()), null);
        image.close();
        image.close();

        assertThatThrownBy(() -> image.read(0, 0, 0, 0, 0, 8, 8, new byte[64]))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void severalThreadsReadTheSame() throws Exception {
        needsLibrary();
        try (PixelSource image = ImageReaders.open(List.of(Samples.sample(NDPI)), null);
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Callable<byte[]> region = () -> {
                byte[] samples = new byte[600 * 700];
                image.read(0, 2, 0, 1000, 900, 600, 700, samples);
                return samples;
            };
            List<Future<byte[]>> results = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                results.add(threads.submit(region));
            }
            byte[] expected = region.call();
            for (Future<byte[]> result : results) {
                assertThat(result.get()).isEqualTo(expected);
            }
        }
    }

    @Test
    void damagedSlidesAreReadOrRefused() throws IOException {
        needsLibrary();
        byte[] sound = Files.readAllBytes(trestle());
        Mutations.check(sound, folder, "trestle.tif", sound.length, 150, file -> {
            try (Fileset slide = ImageReaders.openAll(List.of(file), null)) {
                PixelSource image = slide.images().get(0);
                int height = (int) Math.min(75, image.shape().y());
                int width = (int) Math.min(101, image.shape().x());
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

    private static Candidate candidate(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new Candidate(file, in.readNBytes(Candidate.HEAD_BYTES));
        }
    }
}
