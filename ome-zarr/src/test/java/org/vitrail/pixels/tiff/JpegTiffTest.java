package org.vitrail.pixels.tiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrail.omezarr.PixelDigest;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.Mutations;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.UnsupportedImage;

/** JPEG inside TIFF against libtiff and libjpeg-turbo; {@code src/test/python/make_jpeg_tiffs.py} made the files. */
class JpegTiffTest {

    @TempDir
    private Path folder;

    record Reading(String file, String shape, String digest) {
        @Override
        public String toString() {
            return file;
        }
    }

    static List<Reading> readings() throws IOException {
        return new String(fixture("readings.tsv"), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split("\t"))
                .map(cells -> new Reading(cells[0], cells[2], cells[4]))
                .toList();
    }

    private static byte[] fixture(String name) throws IOException {
        try (InputStream in = JpegTiffTest.class.getResourceAsStream("jpeg/" + name)) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @MethodSource("readings")
    void pixelsAreThoseOfLibjpegTurbo(Reading reading) throws IOException {
        Path file = Files.write(folder.resolve(reading.file), fixture(reading.file));

        try (PixelSource image = ImageReaders.open(List.of(file), null)) {
            assertThat(image.shape()).hasToString(reading.shape);
            assertThat(image.metadata().rgb()).isEqualTo(image.shape().c() == 3);
            assertThat(PixelDigest.of(image)).isEqualTo(reading.digest);
        }
    }

    @Test
    void truncatedStreamNamesItsBlockAndOffset() throws IOException {
        byte[] tiff = fixture("ycbcr420_tiles.tif");
        int second = indexOf(tiff, 0xd8, 12);
        Arrays.fill(tiff, second - 400, second - 2, (byte) 0);
        tiff[second - 400] = (byte) 0xff;
        tiff[second - 399] = (byte) 0xd9;

        assertThatThrownBy(() -> readAll(tiff))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining("bad.tif")
                .hasMessageContaining("block 0")
                .hasMessageContaining("byte 8");
    }

    @Test
    void streamThatClaimsAHugeSizeIsRefusedBeforeItIsDecoded() throws IOException {
        byte[] tiff = fixture("ycbcr420_tiles.tif");
        int frame = indexOf(tiff, 0xc0, 0);
        ByteBuffer.wrap(tiff).putShort(frame + 5, (short) 60_000).putShort(frame + 7, (short) 60_000);

        assertThatThrownBy(() -> readAll(tiff))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining("60000 × 60000 pixels of 3 components instead of 48 × 48");
    }

    @Test
    void missingTablesAreSaid() throws IOException {
        byte[] tiff = fixture("ycbcr420_tables_tiles.tif");
        int tag = 0;
        while (tiff[tag] != 1 || tiff[tag + 1] != 0x5b || tiff[tag + 3] != 7) {
            tag++;
        }
        tiff[tag + 1] = 0x5c;

        assertThatThrownBy(() -> readAll(tiff))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining("block 0")
                .hasMessageContaining("cannot be decoded");
    }

    @Test
    void losslessAndDeepStreamsAreNotSupported() throws IOException {
        for (int[] change : new int[][] {{1, 0xc3}, {1, 0xc9}, {4, 12}}) {
            byte[] tiff = fixture("gray_tiles.tif");
            tiff[indexOf(tiff, 0xc0, 0) + change[0]] = (byte) change[1];

            assertThatThrownBy(() -> readAll(tiff))
                    .isInstanceOf(UnsupportedImage.class)
                    .hasMessageContaining("bad.tif")
                    .hasMessageContaining("JPEG");
        }
    }

    @Test
    void endlessScansAreRefused() throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.type = org.vitrail.pixels.PixelType.UINT8;
        maker.width = 48;
        maker.height = 48;
        maker.blockHeight = 48;
        maker.compression = 7;
        byte[] tiff = maker.bytes();
        byte[] gray = fixture("gray_tiles.tif");
        System.arraycopy(gray, 8, tiff, 8, indexOf(gray, 0xda, 0) - 8);
        for (int i = indexOf(gray, 0xda, 0); i < 8 + 48 * 48 - 2; i += 2) {
            tiff[i] = (byte) 0xff;
            tiff[i + 1] = (byte) 0xda;
        }

        assertThatThrownBy(() -> readAll(tiff))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining("scans");
    }

    @Test
    void oldStyleJpegAndCmykAreNotSupported() throws IOException {
        TiffMaker old = new TiffMaker();
        old.compression = 6;
        assertThatThrownBy(() -> readAll(old.bytes()))
                .isInstanceOf(UnsupportedImage.class)
                .hasMessageContaining("old-style JPEG");
        TiffMaker cmyk = new TiffMaker();
        cmyk.type = org.vitrail.pixels.PixelType.UINT8;
        cmyk.compression = 7;
        cmyk.samples = 4;
        assertThatThrownBy(() -> readAll(cmyk.bytes()))
                .isInstanceOf(UnsupportedImage.class)
                .hasMessageContaining("JPEG of 4 samples");
    }

    @Test
    void damagedFilesAreReadOrRefused() throws IOException {
        for (String name : List.of("ycbcr420_tables_tiles.tif", "libtiff_rgb_strips.tif", "gray_tiles.tif")) {
            byte[] sound = fixture(name);
            Mutations.check(sound, folder, name, sound.length, 150, JpegTiffTest::readAll);
        }
    }

    /** The first FF with this second byte, after so many bytes. */
    private static int indexOf(byte[] bytes, int marker, int from) {
        int at = from;
        while (bytes[at] != (byte) 0xff || bytes[at + 1] != (byte) marker) {
            at++;
        }
        return at;
    }

    private void readAll(byte[] tiff) throws IOException {
        readAll(Files.write(folder.resolve("bad.tif"), tiff));
    }

    private static void readAll(Path file) throws IOException {
        try (PixelSource image = ImageReaders.open(List.of(file), null)) {
            int height = (int) Math.min(100, image.shape().y());
            int width = (int) Math.min(150, image.shape().x());
            byte[] region = new byte[height * width * image.type().bytes()];
            image.read(0, image.shape().c() - 1, 0, 0, 0, height, width, region);
        }
    }
}
