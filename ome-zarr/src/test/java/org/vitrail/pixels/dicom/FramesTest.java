package org.vitrail.pixels.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrail.pixels.dicom.DicomMaker.image;
import static org.vitrail.pixels.dicom.DicomMaker.little;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.dicom.data.Tags;

/** How samples are stored: bits, signs, colors, fragments, offset tables. */
class FramesTest {

    @TempDir
    private Path folder;

    @Test
    void onlyStoredBitsCountAndTheSignIsSpread() throws IOException {
        byte[] samples = little(8)
                .putShort((short) 0xf7ff)
                .putShort((short) 0x0800)
                .putShort((short) 0x7001)
                .putShort((short) 0x0fff)
                .array();
        DicomMaker twelve =
                image(2, 2, 16).us(Tags.BITS_STORED, 12).us(Tags.HIGH_BIT, 11).raw(Tags.PIXEL_DATA, "OW", samples);

        assertThat(Reading.plane(twelve.write(folder, "u"))).containsExactly(2047, 2048, 1, 4095);
        assertThat(Reading.plane(twelve.us(Tags.PIXEL_REPRESENTATION, 1).write(folder, "s")))
                .containsExactly(2047, -2048, 1, -1);
        assertThat(Reading.plane(twelve.us(Tags.PIXEL_REPRESENTATION, 0)
                        .us(Tags.HIGH_BIT, 15)
                        .write(folder, "h")))
                .containsExactly(0xf7f, 0x080, 0x700, 0x0ff);
    }

    @Test
    void oneBitFramesFollowEachOtherWithoutPadding() throws IOException {
        Path file = image(1, 3, 1)
                .text(Tags.NUMBER_OF_FRAMES, "IS", "3")
                .pixels(0b10_101_110, 0b1)
                .write(folder, "bits");

        try (Fileset fileset = Reading.open(file)) {
            PixelSource image = fileset.images().get(0);
            assertThat(image.shape()).hasToString("1x1x3x1x3");
            assertThat(Reading.plane(image, 0, 0, 0)).containsExactly(0, 1, 1);
            assertThat(Reading.plane(image, 0, 0, 1)).containsExactly(1, 0, 1);
            assertThat(Reading.plane(image, 0, 0, 2)).containsExactly(0, 1, 1);
        }
    }

    @Test
    void floatsAndDoublesAreRead() throws IOException {
        Path floats = image(1, 2, 32)
                .raw(
                        Tags.FLOAT_PIXEL_DATA,
                        "OF",
                        little(8).putFloat(1.5f).putFloat(-2e30f).array())
                .write(folder, "f");
        Path doubles = image(1, 1, 64)
                .raw(Tags.DOUBLE_PIXEL_DATA, "OD", little(8).putDouble(Math.PI).array())
                .write(folder, "d");

        assertThat(Reading.plane(floats)).containsExactly(1.5, -2e30f);
        assertThat(Reading.plane(doubles)).containsExactly(Math.PI);
    }

    @Test
    void planesOfColorsAndPixelsOfColorsAreTheSame() throws IOException {
        DicomMaker color =
                image(1, 2, 8).us(Tags.SAMPLES_PER_PIXEL, 3).text(Tags.PHOTOMETRIC_INTERPRETATION, "CS", "RGB");
        Path pixels =
                color.us(Tags.PLANAR_CONFIGURATION, 0).pixels(1, 2, 3, 4, 5, 6).write(folder, "pixels");
        Path planes =
                color.us(Tags.PLANAR_CONFIGURATION, 1).pixels(1, 4, 2, 5, 3, 6).write(folder, "planes");

        for (Path file : List.of(pixels, planes)) {
            try (Fileset fileset = Reading.open(file)) {
                PixelSource image = fileset.images().get(0);
                assertThat(image.metadata().rgb()).isTrue();
                assertThat(Reading.plane(image, 0, 0, 0)).containsExactly(1, 4);
                assertThat(Reading.plane(image, 0, 1, 0)).containsExactly(2, 5);
                assertThat(Reading.plane(image, 0, 2, 0)).containsExactly(3, 6);
            }
        }
    }

    @Test
    void invertedGrayAndPalettesKeepTheirStoredValues() throws IOException {
        DicomMaker gray = image(1, 2, 8).pixels(0, 255);

        assertThat(Reading.plane(gray.text(Tags.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME1")
                        .write(folder, "inverted")))
                .containsExactly(0, 255);
        assertThat(Reading.plane(gray.text(Tags.PHOTOMETRIC_INTERPRETATION, "CS", "PALETTE COLOR")
                        .write(folder, "palette")))
                .containsExactly(0, 255);
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.840.10008.1.2.4.80, JPEG-LS lossless",
        "1.2.840.10008.1.2.4.81, JPEG-LS near-lossless",
        "1.2.840.10008.1.2.4.201, HTJ2K lossless",
        "1.2.840.10008.1.2.4.102, MPEG-4",
        "1.2.840.10008.1.2.4.110, JPEG XL lossless"
    })
    void otherCompressionsAreRefusedByName(String uid, String name) throws IOException {
        Path file = image(1, 1, 8).fragments(new byte[0], new byte[8]).write(folder, "other", uid);

        assertThatThrownBy(() -> Reading.open(file))
                .isInstanceOf(UnsupportedImage.class)
                .hasMessageContaining(name)
                .hasMessageContaining(uid);
    }

    @Test
    void severalFragmentsMakeAFrameByTheOffsetTables() throws IOException {
        byte[] first = rle(7);
        byte[] second = rle(9);
        byte[] begin = java.util.Arrays.copyOf(first, 60);
        byte[] end = java.util.Arrays.copyOfRange(first, 60, first.length);
        DicomMaker two = image(1, 2, 8).text(Tags.NUMBER_OF_FRAMES, "IS", "2");
        int offset = 8 + 60 + 8 + end.length;
        Path basic = two.fragments(little(8).putInt(0).putInt(offset).array(), begin, end, second)
                .write(folder, "basic", DicomMaker.RLE);
        Path extended = two.fragments(new byte[0], begin, end, second)
                .raw(
                        Tags.EXTENDED_OFFSET_TABLE,
                        "OV",
                        little(16).putLong(0).putLong(offset).array())
                .write(folder, "extended", DicomMaker.RLE);

        for (Path file : List.of(basic, extended)) {
            try (Fileset fileset = Reading.open(file)) {
                assertThat(Reading.plane(fileset.images().get(0), 0, 0, 0)).containsExactly(7, 7);
                assertThat(Reading.plane(fileset.images().get(0), 0, 0, 1)).containsExactly(9, 9);
            }
        }
    }

    @Test
    void offsetTablesThatPointOutsideAreNamed() throws IOException {
        DicomMaker two = image(1, 2, 8).text(Tags.NUMBER_OF_FRAMES, "IS", "2");
        Path outside = two.fragments(little(8).putInt(0).putInt(4000).array(), rle(7), rle(9))
                .write(folder, "outside", DicomMaker.RLE);
        Path tooShort =
                two.fragments(little(4).putInt(0).array(), rle(7), rle(9)).write(folder, "short", DicomMaker.RLE);
        Path tooFew = two.fragments(new byte[0], rle(7)).write(folder, "few", DicomMaker.RLE);

        assertThatThrownBy(() -> Reading.open(outside))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining("outside")
                .hasMessageContaining("points to 4000 for frame 1");
        assertThatThrownBy(() -> Reading.open(tooShort)).hasMessageContaining("4 bytes, but there are 2 frames");
        assertThatThrownBy(() -> Reading.open(tooFew)).hasMessageContaining("1 fragments do not make 2 frames");
    }

    @Test
    void runLengthsThatClaimTooMuchOrEndEarlyAreNamed() throws IOException {
        Path bomb = image(60_000, 1000, 8).fragments(new byte[0], rle(7)).write(folder, "bomb", DicomMaker.RLE);
        byte[] cut = java.util.Arrays.copyOf(rle(7), 64);
        Path early = image(1, 2, 8).fragments(new byte[0], cut).write(folder, "early", DicomMaker.RLE);

        assertThatThrownBy(() -> Reading.plane(bomb))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining("RLE cannot hold 60000000 bytes");
        assertThatThrownBy(() -> Reading.plane(early))
                .hasMessageContaining("frame 0")
                .hasMessageContaining("0 of 2");
    }

    @Test
    void jpegThatIsCutOffIsNotMadeUp() throws IOException {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        var picture = new java.awt.image.BufferedImage(64, 64, java.awt.image.BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 4096; i++) {
            picture.getRaster().setSample(i % 64, i / 64, 0, i * i % 251);
        }
        javax.imageio.ImageIO.write(picture, "jpeg", out);
        byte[] jpeg = out.toByteArray();
        DicomMaker gray = image(64, 64, 8);
        Path whole = gray.fragments(new byte[0], jpeg).write(folder, "whole", DicomMaker.JPEG);
        Path cut = gray.fragments(new byte[0], java.util.Arrays.copyOf(jpeg, jpeg.length - 500))
                .write(folder, "cut", DicomMaker.JPEG);

        assertThat(Reading.plane(whole)).hasSize(4096).contains(250);
        assertThatThrownBy(() -> Reading.plane(cut))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining("damaged or cut off");
    }

    @Test
    void hugeCompressedFramesAreRefusedBeforeTheyAreDecoded() throws IOException {
        Path file = image(65_000, 65_000, 16).fragments(new byte[0], rle(7)).write(folder, "huge", DicomMaker.RLE);

        assertThatThrownBy(() -> Reading.open(file))
                .isInstanceOf(UnsupportedImage.class)
                .hasMessageContaining("Export it uncompressed");
    }

    @Test
    void largeNativeFramesAreReadByRegion() throws IOException {
        Path file = image(50_000, 60_000, 8).pixels(5).write(folder, "sparse");
        byte[] bytes = Files.readAllBytes(file);
        long value = 50_000L * 60_000;
        java.nio.ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN).putInt(bytes.length - 6, (int) value);
        Files.write(file, bytes);
        try (var channel = java.nio.channels.FileChannel.open(file, java.nio.file.StandardOpenOption.WRITE)) {
            channel.write(java.nio.ByteBuffer.wrap(new byte[] {42}), bytes.length - 2 + value - 1);
        }

        try (Fileset fileset = Reading.open(file)) {
            byte[] one = new byte[1];
            fileset.images().get(0).read(0, 0, 0, 49_999, 59_999, 1, 1, one);
            assertThat(one).containsExactly(42);
        }
    }

    @Test
    void severalThreadsReadAtOnce() throws Exception {
        byte[][] frames = new byte[40][];
        java.util.Arrays.setAll(frames, FramesTest::rle);
        Path file = image(1, 2, 8)
                .text(Tags.NUMBER_OF_FRAMES, "IS", "40")
                .fragments(new byte[0], frames)
                .write(folder, "many", DicomMaker.RLE);

        try (Fileset fileset = Reading.open(file);
                var threads = java.util.concurrent.Executors.newFixedThreadPool(4)) {
            PixelSource image = fileset.images().get(0);
            List<java.util.concurrent.Future<double[]>> read = new java.util.ArrayList<>();
            for (int i = 0; i < 400; i++) {
                int z = i * 7 % 40;
                read.add(threads.submit(() -> Reading.plane(image, 0, 0, z)));
            }
            for (int i = 0; i < 400; i++) {
                assertThat(read.get(i).get()).containsExactly(i * 7 % 40, i * 7 % 40);
            }
        }
    }

    /** Two samples of that value. */
    private static byte[] rle(int value) {
        return little(66)
                .putInt(1)
                .putInt(64)
                .position(64)
                .put((byte) -1)
                .put((byte) value)
                .array();
    }
}
