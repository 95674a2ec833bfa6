package org.vitrail.pixels.tiff.block;

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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrail.omezarr.PixelDigest;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.Mutations;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.tiff.TiffMaker;

/** JPEG and JPEG 2000 inside TIFF against libtiff, libjpeg-turbo and OpenJPEG; {@code src/test/python/make_jpeg_tiffs.py} made the files. */
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
                .filter(line -> !line.contains(".svs"))
                .map(line -> line.split("\t"))
                .map(cells -> new Reading(cells[0], cells[2], cells[4]))
                .toList();
    }

    private static byte[] fixture(String name) throws IOException {
        try (InputStream in = JpegTiffTest.class.getResourceAsStream("/org/vitrail/pixels/tiff/jpeg/" + name)) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @MethodSource("readings")
    void pixelsAreThoseOfOtherDecoders(Reading reading) throws IOException {
        Path file = Files.write(folder.resolve(reading.file), fixture(reading.file));

        try (PixelSource image = ImageReaders.open(List.of(file), null)) {
            assertThat(image.shape()).hasToString(reading.shape);
            assertThat(image.metadata().rgb()).isEqualTo(image.shape().c() == 3);
            assertThat(PixelDigest.of(image)).isEqualTo(reading.digest);
        }
    }

    @ParameterizedTest
    @CsvSource({"'', 1, true", "JFIF, 1, true", "Adobe0, 1, false", "Adobe1, 1, true", "'', 82, false"})
    void markersDecideWhereThePhotometricInterpretationDoesNot(String marker, int firstComponent, boolean ycc)
            throws Exception {
        ByteBuffer stream = ByteBuffer.allocate(64).put(new byte[] {(byte) 0xff, (byte) 0xd8});
        if (marker.startsWith("JFIF")) {
            stream.putInt(0xffe00010)
                    .put("JFIF\0".getBytes(StandardCharsets.US_ASCII))
                    .put(new byte[9]);
        } else if (marker.startsWith("Adobe")) {
            byte transform = (byte) (marker.charAt(5) - '0');
            stream.putInt(0xffee000e)
                    .put("Adobe".getBytes(StandardCharsets.US_ASCII))
                    .put(new byte[6])
                    .put(transform);
        }
        stream.putInt(0xffc00011)
                .put((byte) 8)
                .putShort((short) 48)
                .putShort((short) 48)
                .put((byte) 3);
        for (int component = 0; component < 3; component++) {
            stream.put((byte) (firstComponent + component)).put((byte) 0x11).put((byte) 0);
        }
        stream.putInt(0xffda000c);

        assertThat(JpegHeader.of(stream.array()).saysYcc()).isEqualTo(ycc);
    }

    @Test
    void lastStripMayHoldMoreRowsThanTheImage() throws IOException {
        byte[] tiff = fixture("libtiff_gray_strips.tif");
        Path whole = Files.write(folder.resolve("whole.tif"), tiff);
        int length = 0;
        while (tiff[length] != 1 || tiff[length + 1] != 1 || tiff[length + 8] != 75) {
            length++;
        }
        tiff[length + 8] = 70;
        Path cropped = Files.write(folder.resolve("cropped.tif"), tiff);
        byte[] expected = new byte[70 * 101];
        byte[] actual = new byte[70 * 101];

        try (PixelSource all = ImageReaders.open(List.of(whole), null);
                PixelSource image = ImageReaders.open(List.of(cropped), null)) {
            assertThat(image.shape()).hasToString("1x1x1x70x101");
            all.read(0, 0, 0, 0, 0, 70, 101, expected);
            image.read(0, 0, 0, 0, 0, 70, 101, actual);
        }
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void lossyJpeg2000DiffersFromOpenJpegByOneAtMost() throws IOException {
        Path file = Files.write(folder.resolve("lossy.tif"), fixture("jp2k_lossy.tif"));
        Path judged = Files.write(folder.resolve("first.png"), fixture("jp2k_lossy_first_tile.png"));

        try (PixelSource ours = ImageReaders.open(List.of(file), null);
                PixelSource theirs = ImageReaders.open(List.of(judged), null)) {
            byte[] a = new byte[48 * 48];
            byte[] b = new byte[48 * 48];
            int largest = 0;
            for (int c = 0; c < 3; c++) {
                ours.read(0, c, 0, 0, 0, 48, 48, a);
                theirs.read(0, c, 0, 0, 0, 48, 48, b);
                for (int i = 0; i < a.length; i++) {
                    largest = Math.max(largest, Math.abs((a[i] & 0xff) - (b[i] & 0xff)));
                }
            }
            assertThat(largest).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void jpeg2000IsCheckedBeforeItIsDecoded() throws IOException {
        int siz = indexOf(fixture("jp2k_uint16.tif"), 0x51, 0);
        Object[][] wounds = {
            {6, 60_000, "pixels of 1 components", UnreadableImage.class}, // Xsiz
            {22, 1, "in tiles of 1", UnsupportedImage.class}, // XTsiz
            {22, 0, "empty tiles", UnreadableImage.class},
            {38, 1 << 16 | 0x1001, "more than 16 bits", UnsupportedImage.class}, // Csiz 1, 17 bits
            {38, 1 << 16 | 0x8f01, "signed", UnsupportedImage.class}, // Csiz 1, 16 bits signed
            {38, 1 << 16 | 0x0f02, "different size", UnsupportedImage.class} // Csiz 1, subsampled
        };
        for (Object[] wound : wounds) {
            byte[] tiff = fixture("jp2k_uint16.tif");
            ByteBuffer.wrap(tiff).putInt(siz + (int) wound[0], (int) wound[1]);

            assertThatThrownBy(() -> readAll(tiff))
                    .isInstanceOf((Class<?>) wound[3])
                    .hasMessageContaining("bad.tif")
                    .hasMessageContaining((String) wound[2]);
        }
    }

    @Test
    void cutJpeg2000StreamIsFoundOut() throws IOException {
        byte[] tiff = fixture("jp2k_uint16.tif");
        int end = indexOf(tiff, 0xd9, 0);
        tiff[end + 1] = 0;

        assertThatThrownBy(() -> readAll(tiff))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining("ends too early");
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
    @Timeout(20)
    void jpeg2000WhosePacketHeaderRunsOnEnds() throws IOException {
        byte[] tiff = fixture("jp2k_uint16.tif");
        Arrays.fill(tiff, 176, 184, (byte) 0xff);
        Arrays.fill(tiff, 200, 700, (byte) 0xff);

        assertThatThrownBy(() -> readAll(tiff))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining("block 0");
    }

    @Test
    @Timeout(60)
    void damagedFilesAreReadOrRefused() throws IOException {
        for (String name : List.of("ycbcr420_tables_tiles.tif", "libtiff_rgb_strips.tif", "jp2k_uint16.tif")) {
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
