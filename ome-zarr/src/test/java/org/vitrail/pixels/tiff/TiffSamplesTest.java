package org.vitrail.pixels.tiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SampleValues;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.identity.IdentityFinding;

/** Kinds of samples and of stacks that no program at hand writes. */
class TiffSamplesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "339, 5, complex numbers",
        "339, 6, complex numbers",
        "339, 9, sample format 9",
        "258, 17, 17 bits",
        "258, 128, 128 bits",
        "32997, 4, ImageDepth",
        "262, 6, YCbCr"
    })
    void whatIsNotReadIsRefusedByName(int tag, long value, String message) throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.replaced.put(tag, new long[] {value});
        Path file = maker.write(folder.resolve("a.tif"));

        assertThatThrownBy(() -> ImageReaders.openAll(List.of(file), null))
                .isInstanceOf(UnsupportedImage.class)
                .hasMessageContaining("a.tif")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"258, 16 16 8, different depth", "339, 1 1 2, different formats"})
    void samplesOfDifferentKindsAreRefused(int tag, String values, String message) throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.samples = 3;
        maker.replaced.put(
                tag,
                java.util.Arrays.stream(values.split(" "))
                        .mapToLong(Long::parseLong)
                        .toArray());
        Path file = maker.write(folder.resolve("a.tif"));

        assertThatThrownBy(() -> ImageReaders.openAll(List.of(file), null))
                .isInstanceOf(UnsupportedImage.class)
                .hasMessageContaining(message);
    }

    @Test
    void valuesAreThoseStoredWhereZeroMeansWhite() throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.photometric = 0;
        Path file = maker.write(folder.resolve("a.tif"));

        try (PixelSource image = ImageReaders.open(List.of(file), null)) {
            assertThat(value(image, 0, 3, 2)).isEqualTo(TiffMaker.value(0, 0, 3, 2));
        }
    }

    @Test
    void paletteImagesAreIndicesAndSaySo() throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.photometric = 3;
        maker.type = PixelType.UINT8;
        Path file = maker.write(folder.resolve("a.tif"));

        try (PixelSource image = ImageReaders.open(List.of(file), null)) {
            assertThat(image.metadata().channels())
                    .extracting(channel -> channel.name())
                    .containsExactly("palette index");
        }
    }

    @Test
    void imageJStacksBeyondFourGigabytesAreReadToTheirEnd() throws IOException {
        int planes = 2100;
        long planeBytes = 1024 * 1024 * 2;
        TiffMaker maker = new TiffMaker();
        maker.width = 1024;
        maker.height = 1024;
        maker.blockHeight = 1024;
        maker.description = "ImageJ=1.54f\nimages=" + planes + "\nframes=" + planes + "\n";
        long start = 4 << 20;
        maker.replaced.put(273, new long[] {start});
        Path file = folder.resolve("huge.tif");
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            channel.write(ByteBuffer.wrap(maker.bytes()), 0);
            ByteBuffer last =
                    ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN).putShort((short) 51_234);
            channel.write(last.flip(), start + planes * planeBytes - 2);
        }

        assertThat(Files.size(file)).isGreaterThan(1L << 32);
        try (Fileset fileset = ImageReaders.openAll(List.of(file), null)) {
            PixelSource image = fileset.images().get(0);
            assertThat(image.shape()).hasToString("2100x1x1x1024x1024");
            assertThat(value(image, planes - 1, 1023, 1023)).isEqualTo(51_234);
            assertThat(value(image, planes - 1, 1023, 1022)).isZero();
        }
    }

    @Test
    void imageJColorStacksWithOneDirectoryAreRead() throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.samples = 3;
        maker.photometric = 2;
        maker.blockHeight = 29;
        maker.description = "ImageJ=1.54f\nimages=2\nslices=2\n";
        int start = maker.bytes().length;
        maker.replaced.put(273, new long[] {start});
        byte[] head = maker.bytes();
        ByteBuffer planes = ByteBuffer.allocate(start + 2 * 29 * 37 * 3 * 2).order(ByteOrder.LITTLE_ENDIAN);
        planes.put(head);
        for (int i = 0; i < 2 * 29 * 37 * 3; i++) {
            planes.putShort((short) i);
        }
        Path file = Files.write(folder.resolve("rgb.tif"), planes.array());

        try (PixelSource image = ImageReaders.open(List.of(file), null)) {
            assertThat(image.shape()).hasToString("1x3x2x29x37");
            byte[] two = new byte[4];
            image.read(0, 1, 1, 5, 7, 1, 2, two);
            int pixel = 29 * 37 + 5 * 37 + 7;
            assertThat(SampleValues.at(PixelType.UINT16, two, 0)).isEqualTo(pixel * 3 + 1);
            assertThat(SampleValues.at(PixelType.UINT16, two, 1)).isEqualTo(pixel * 3 + 4);
        }
    }

    private static TiffMaker lsm(int sections, int times, int pages) {
        ByteBuffer info = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN);
        info.putInt(0, 0x0400494c).putInt(16, sections).putInt(24, times).putShort(88, (short) 6);
        info.putDouble(40, 1e-7).putDouble(48, 2e-7).putDouble(56, 5e-7);
        TiffMaker maker = new TiffMaker();
        maker.pages = pages;
        maker.samples = 3;
        maker.planar = true;
        maker.photometric = 2;
        maker.blobs.put(34_412, new TiffMaker.Blob(1, info.array()));
        return maker;
    }

    @Test
    void lsmFilesTellTheirAxesAndSizesAndTheirChannelsAreNoColors() throws IOException {
        Path file = lsm(2, 3, 6).write(folder.resolve("a.lsm"));

        try (Fileset fileset = ImageReaders.openAll(List.of(file), null)) {
            PixelSource image = fileset.images().get(0);
            assertThat(image.shape()).hasToString("3x3x2x29x37");
            assertThat(value(image, 2, 3, 2)).isEqualTo(TiffMaker.value(4, 0, 3, 2));
            assertThat(image.metadata().pixelSizeX()).isEqualTo(0.1, within(1e-9));
            assertThat(image.metadata().pixelSizeZ()).isEqualTo(0.5, within(1e-9));
            assertThat(image.metadata().rgb()).isFalse();
        }
    }

    @Test
    void lsmFilesWithOtherPagesAreRefused() throws IOException {
        Path file = lsm(2, 3, 5).write(folder.resolve("a.lsm"));

        assertThatThrownBy(() -> ImageReaders.openAll(List.of(file), null))
                .isInstanceOf(UnsupportedImage.class)
                .hasMessageContaining("a.lsm")
                .hasMessageContaining("5 pages for 2 sections and 3 time points");
    }

    @Test
    void lsmFilesAreNotKeptBecauseTheirTextsAreOutOfReach() throws IOException {
        Path file = lsm(1, 1, 1).write(folder.resolve("a.lsm"));

        try (Fileset fileset = ImageReaders.openAll(List.of(file), null)) {
            assertThat(fileset.findings()).extracting(IdentityFinding::where).containsExactly("tag 34412 CZ_LSMINFO");
        }
        assertThat(ImageReaders.writeWithoutIdentity(file, folder.resolve("copy.lsm")))
                .isFalse();
        assertThat(folder.resolve("copy.lsm")).doesNotExist();
    }

    private static double value(PixelSource image, int t, int y, int x) throws IOException {
        byte[] one = new byte[2];
        image.read(t, 0, 0, y, x, 1, 1, one);
        return SampleValues.at(PixelType.UINT16, one, 0);
    }
}
