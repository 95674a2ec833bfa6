package org.vitrail.pixels.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.omezarr.PixelDigest;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.Mutations;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PythonJudge;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.UnsupportedImage;

/** Pictures that Pillow writes, and reads; whole and damaged. */
class RasterAgainstPillowTest {

    @TempDir
    private static Path written;

    private static List<PythonJudge.Reading> readings;

    @TempDir
    private Path folder;

    @BeforeAll
    static void write() throws IOException {
        readings = PythonJudge.readings("write_pictures.py", written);
    }

    static List<PythonJudge.Reading> pngs() {
        return readings.stream()
                .filter(reading -> reading.toString().endsWith(".png"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pngs")
    void everyPngIsReadAlike(PythonJudge.Reading reading) throws IOException {
        reading.holds(written);
    }

    @ParameterizedTest
    @CsvSource({"gray, 0", "444, 0", "422, 0", "420, 0", "progressive, 0", "camera, 0"})
    void jpegsDifferByNoMoreThanMeasured(String name, int most) throws IOException {
        byte[] theirs = Files.readAllBytes(written.resolve(name + ".jpg.rgb"));
        try (Fileset fileset = ImageReaders.openAll(List.of(written.resolve(name + ".jpg")), null)) {
            PixelSource image = fileset.images().get(0);
            int channels = image.shape().c();
            byte[] plane = new byte[(int) (image.shape().y() * image.shape().x())];
            int largest = 0;
            for (int c = 0; c < channels; c++) {
                image.read(
                        0,
                        c,
                        0,
                        0,
                        0,
                        (int) image.shape().y(),
                        (int) image.shape().x(),
                        plane);
                for (int i = 0; i < plane.length; i++) {
                    largest = Math.max(largest, Math.abs((plane[i] & 0xff) - (theirs[i * channels + c] & 0xff)));
                }
            }
            assertThat(largest).isLessThanOrEqualTo(most);
        }
    }

    private static String digest(Path file) throws IOException {
        try (Fileset fileset = ImageReaders.openAll(List.of(file), null)) {
            return PixelDigest.of(fileset.images().get(0));
        }
    }

    @Test
    void cutJpegIsRefusedInsteadOfFilledWithGray() throws IOException {
        byte[] sound = Files.readAllBytes(written.resolve("420.jpg"));
        Path cut = Files.write(folder.resolve("cut.jpg"), java.util.Arrays.copyOf(sound, sound.length / 2));
        byte[] ended = java.util.Arrays.copyOf(sound, sound.length / 2);
        ended[ended.length - 2] = (byte) 0xff;
        ended[ended.length - 1] = (byte) 0xd9;
        Path patched = Files.write(folder.resolve("patched.jpg"), ended);

        for (Path file : List.of(cut, patched)) {
            assertThatThrownBy(() -> ImageReaders.openAll(List.of(file), null))
                    .isInstanceOf(UnreadableImage.class)
                    .hasMessageContaining(file.getFileName().toString());
        }
    }

    @Test
    void decoderOfPngSeesNothingButPixels() throws IOException {
        try (PngStream stream = PngStream.open(written.resolve("texts.png"))) {
            byte[] seen = new byte[(int) stream.length()];
            stream.readFully(seen);

            assertThat(new String(seen, StandardCharsets.ISO_8859_1))
                    .contains("IHDR", "IDAT", "IEND")
                    .doesNotContain("tEXt", "zTXt", "iTXt", "eXIf");
        }
    }

    @Test
    void changedPngNamesItsChunk() throws IOException {
        byte[] bytes = Files.readAllBytes(written.resolve("rgb.png"));
        bytes[100] ^= 1;
        Path file = Files.write(folder.resolve("changed.png"), bytes);

        assertThatThrownBy(() -> ImageReaders.openAll(List.of(file), null))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContainingAll("changed.png", "IDAT", "byte 33");
    }

    @Test
    void cmykIsNotTaken() {
        assertThatThrownBy(() -> ImageReaders.openAll(List.of(written.resolve("cmyk.jpg")), null))
                .isInstanceOf(UnsupportedImage.class)
                .hasMessageContaining("cmyk.jpg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"texts.png", "palette.png", "deepcolor.png", "bits.png"})
    void damagedPngsAreReadOrRefused(String name) throws IOException {
        byte[] sound = Files.readAllBytes(written.resolve(name));
        Mutations.check(sound, folder, name, 300, 60, this::readAndCopy);
        Mutations.check(sound, folder, name, 300, 60, file -> {
            Files.write(file, withRightChecksums(Files.readAllBytes(file)));
            readAndCopy(file);
        });
    }

    /** Damage that checksums hide, so that it gets to what stands behind them. */
    private static byte[] withRightChecksums(byte[] png) {
        ByteBuffer bytes = ByteBuffer.wrap(png);
        for (int at = 8; at + 12 <= png.length; ) {
            int length = bytes.getInt(at);
            if (length < 0 || length > png.length - at - 12) {
                break;
            }
            CRC32 crc = new CRC32();
            crc.update(png, at + 4, length + 4);
            bytes.putInt(at + 8 + length, (int) crc.getValue());
            at += 12 + length;
        }
        return png;
    }

    @ParameterizedTest
    @ValueSource(strings = {"camera.jpg", "progressive.jpg", "420.jpg"})
    void damagedJpegsAreReadOrRefused(String name) throws IOException {
        Mutations.check(Files.readAllBytes(written.resolve(name)), folder, name, 800, 60, this::readAndCopy);
    }

    private void readAndCopy(Path file) throws IOException {
        Files.deleteIfExists(folder.resolve("copy"));
        String before = digest(file);
        if (ImageReaders.writeWithoutIdentity(file, folder.resolve("copy"))) {
            assertThat(digest(folder.resolve("copy"))).isEqualTo(before);
        } else {
            assertThat(folder.resolve("copy")).doesNotExist();
        }
    }
}
