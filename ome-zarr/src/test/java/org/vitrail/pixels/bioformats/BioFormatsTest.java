package org.vitrail.pixels.bioformats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrail.omezarr.PixelDigest;
import org.vitrail.pixels.Channel;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.FormulaPixels;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SourceMetadata;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.identity.IdentityFinding.Kind;

/** The process beside us, with a stand-in for Bio-Formats that serves known pixels, dies, hangs and babbles. */
class BioFormatsTest {

    @TempDir
    private static Path jars;

    private static BioFormatsSettings settings;

    @TempDir
    private Path folder;

    @BeforeAll
    static void compile() throws IOException {
        settings = new BioFormatsSettings(
                FakeBioFormats.jar(jars, "8.5.0"), 64, Duration.ofSeconds(60), Duration.ofSeconds(60));
    }

    /** Waits long, but for what would never come. */
    private static BioFormatsSettings patience(String text) {
        Duration open = text.contains("open hangs") ? Duration.ofSeconds(3) : settings.openLimit();
        Duration read = text.contains("read hangs") ? Duration.ofMillis(500) : settings.readLimit();
        return new BioFormatsSettings(settings.jar(), 64, open, read);
    }

    private Fileset open(String text, BioFormatsSettings how) throws IOException {
        Path file = Files.writeString(folder.resolve("cells.czi"), "ZISRAWFILE " + text);
        return BioFormatsFormat.open(List.of(file), how);
    }

    @Test
    void pixelsOfAllSeriesAreServed() throws IOException {
        PixelSource first = FormulaPixels.of(
                new PixelShape(2, 2, 3, 40, 50),
                PixelType.UINT16,
                (t, c, z, y, x) -> ((t * 2 + c) * 3 + z) * 5000 + y * 50 + x);
        PixelSource second =
                FormulaPixels.of(new PixelShape(1, 3, 1, 40, 50), PixelType.UINT8, (t, c, z, y, x) -> y * 50 + x + c);

        try (Fileset fileset = open("sound", settings)) {
            assertThat(fileset.images()).hasSize(2);
            assertThat(PixelDigest.of(fileset.images().get(0))).isEqualTo(PixelDigest.of(first));
            assertThat(PixelDigest.of(fileset.images().get(1))).isEqualTo(PixelDigest.of(second));
        }
    }

    @Test
    void metadataAreServed() throws IOException {
        try (Fileset fileset = open("sound", settings)) {
            SourceMetadata said = fileset.images().get(0).metadata();
            assertThat(said.name()).isEqualTo("series 0");
            assertThat(said.axesFromFile()).isEqualTo("tczyx");
            assertThat(said.pixelSizeX()).isEqualTo(0.25);
            assertThat(said.pixelSizeY()).isEqualTo(0.5);
            assertThat(said.pixelSizeZ()).isEqualTo(2.0);
            assertThat(said.timeStep()).isEqualTo(2.5);
            assertThat(said.channels())
                    .containsExactly(new Channel("channel 0", null), new Channel("channel 1", "00FF80"));
            assertThat(fileset.images().get(1).metadata().rgb()).isTrue();
            assertThat(fileset.images().get(1).metadata().channels()).isEmpty();
            assertThat(fileset.findings()).isEmpty();
        }
    }

    @Test
    void severalThreadsMayRead() throws Exception {
        try (Fileset fileset = open("sound", settings);
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            PixelSource image = fileset.images().get(0);
            List<Callable<String>> readers = java.util.Collections.nCopies(4, () -> PixelDigest.of(image));
            String once = PixelDigest.of(image);
            for (Future<String> one : threads.invokeAll(readers)) {
                assertThat(one.get()).isEqualTo(once);
            }
        }
    }

    @Test
    void labelPictureIsFoundAndNoImage() throws IOException {
        try (Fileset fileset = open("three series, revealing", settings)) {
            assertThat(fileset.images()).hasSize(2);
            assertThat(fileset.findings())
                    .extracting(IdentityFinding::kind)
                    .contains(Kind.LABEL_IMAGE, Kind.EMAIL, Kind.PERSON_NAME);
            assertThat(fileset.findings().toString()).doesNotContain("Jane", "jane@");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "unknown; Bio-Formats does not read cells.czi",
                "outside; refers to files outside its folder (passwd)",
                "bits; bits or complex numbers"
            })
    void whatBioFormatsDoesNotReadIsUnsupported(String text, String said) {
        assertThatThrownBy(() -> open(text, settings))
                .isInstanceOf(UnsupportedImage.class)
                .hasMessageContaining("cells.czi")
                .hasMessageContaining(said)
                .hasMessageNotContaining(folder.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "broken; Invalid segment in cells.czi",
                "open dies; ended while it read",
                "open hangs; did not answer within 3 s",
                "open babbles; makes no sense",
                "open devours; needs more than 64 MiB",
                "negative; makes no sense"
            })
    void whateverHappensWhileOpeningIsSaid(String text, String said) {
        assertThatThrownBy(() -> open(text, patience(text)))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining("cells.czi")
                .hasMessageContaining(said)
                .hasMessageNotContaining(folder.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "read dies; ended while it read",
                "read hangs; did not answer within 1 s",
                "read babbles; makes no sense",
                "read devours; needs more than 64 MiB",
                "read short; a region of 3 bytes"
            })
    void whateverHappensWhileReadingIsSaid(String text, String said) throws IOException {
        try (Fileset fileset = open(text, patience(text))) {
            PixelSource image = fileset.images().get(0);
            byte[] bytes = new byte[200];

            assertThatThrownBy(() -> image.read(0, 0, 0, 0, 0, 10, 10, bytes))
                    .isInstanceOf(UnreadableImage.class)
                    .hasMessageContaining("cells.czi")
                    .hasMessageContaining(said);
            assertThatThrownBy(() -> image.read(0, 0, 0, 0, 0, 10, 10, bytes))
                    .isInstanceOf(UnreadableImage.class)
                    .hasMessageContaining("cells.czi");
        }
    }

    @Test
    void closingEndsTheProcessAndLeavesNothing() throws IOException {
        BioFormatsFileset fileset = (BioFormatsFileset) open("sound", settings);
        assertThat(fileset.child().isAlive()).isTrue();

        fileset.close();

        assertThat(fileset.child().isAlive()).isFalse();
        assertThat(fileset.child().folder()).doesNotExist();
    }

    @Test
    void processEndsWhenItsParentIsGone() throws Exception {
        try (BioFormatsFileset fileset = (BioFormatsFileset) open("sound", settings)) {
            fileset.child().hangUp();

            assertThat(fileset.child().ends(Duration.ofSeconds(60))).isTrue();
        }
    }

    @Test
    void olderVersionsAreRefusedBeforeTheyParse() throws IOException {
        for (String version : List.of("8.4.1", "unknown")) {
            BioFormatsSettings old = new BioFormatsSettings(
                    FakeBioFormats.jar(jars, version), 64, settings.openLimit(), settings.readLimit());

            assertThatThrownBy(() -> open("open dies", old))
                    .isInstanceOf(UnsupportedImage.class)
                    .hasMessageContainingAll("cells.czi", "8.5.0 or later", version);
        }
    }

    @Test
    void jarThatIsNotBioFormatsIsSaid() throws IOException {
        Path jar = Files.writeString(jars.resolve("other.jar"), "no jar");
        BioFormatsSettings other = new BioFormatsSettings(jar, 64, settings.openLimit(), settings.readLimit());

        assertThatThrownBy(() -> open("sound", other))
                .isInstanceOf(UnsupportedImage.class)
                .hasMessageContaining("loci.formats.FormatTools");
    }

    @Test
    void withoutTheJarTheRefusalSaysHowToGiveIt() {
        BioFormatsSettings none = new BioFormatsSettings(null, 64, settings.openLimit(), settings.readLimit());
        assertThatThrownBy(() -> open("sound", none))
                .isInstanceOf(UnsupportedImage.class)
                .hasMessageContainingAll("cells.czi is a Zeiss CZI file", "VITRAIL_BIOFORMATS_JAR", "OME-TIFF");

        BioFormatsSettings gone =
                new BioFormatsSettings(jars.resolve("gone.jar"), 64, settings.openLimit(), settings.readLimit());
        assertThatThrownBy(() -> open("sound", gone)).hasMessageContaining("gone.jar");
    }
}
