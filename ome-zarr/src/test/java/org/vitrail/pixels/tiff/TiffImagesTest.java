package org.vitrail.pixels.tiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.SampleValues;
import org.vitrail.pixels.UnreadableImage;

class TiffImagesTest {

    @TempDir
    private Path folder;

    static Stream<Arguments> kinds() {
        Stream.Builder<Arguments> kinds = Stream.builder();
        for (int compression : new int[] {1, 5, 8, 32773, 50000}) {
            for (boolean tiled : new boolean[] {false, true}) {
                for (boolean bigEndian : new boolean[] {false, true}) {
                    kinds.add(Arguments.of(compression, tiled, bigEndian));
                }
            }
        }
        return kinds.build();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyLayoutGivesTheSamePixels(int compression, boolean tiled, boolean bigEndian) throws IOException {
        for (PixelType type : PixelType.values()) {
            for (int samples : new int[] {1, 3}) {
                for (int predictor : predictors(type, compression)) {
                    TiffMaker maker = new TiffMaker();
                    maker.compression = compression;
                    maker.tiled = tiled;
                    maker.order = bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
                    maker.type = type;
                    maker.samples = samples;
                    maker.predictor = predictor;
                    maker.big = bigEndian ^ tiled;
                    maker.planar = samples == 3 && tiled;
                    assertThatPixelsAreRight(maker);
                }
            }
        }
    }

    private static int[] predictors(PixelType type, int compression) {
        return compression == 1 || compression == 32773 ? new int[] {1} : new int[] {1, type.isFloating() ? 3 : 2};
    }

    private void assertThatPixelsAreRight(TiffMaker maker) throws IOException {
        Path file = maker.write(folder.resolve("a.tif"));
        try (PixelSource image = ImageReaders.open(List.of(file), null)) {
            assertThat(image.type()).isEqualTo(maker.type);
            assertThat(image.shape().c()).isEqualTo(maker.samples);
            byte[] region = new byte[20 * 30 * maker.type.bytes()];
            for (int c = 0; c < maker.samples; c++) {
                image.read(0, c, 0, 5, 7, 20, 30, region);
                for (int i = 0; i < 600; i++) {
                    long value = TiffMaker.value(0, c, 5 + i / 30, 7 + i % 30);
                    double expected = maker.type.isFloating()
                            ? value / 4.0
                            : maker.type.bytes() > 1 ? value : wrapped(maker, value);
                    if (SampleValues.at(maker.type, region, i) != expected) {
                        Assertions.fail("%s samples %d predictor %d at %d: %s instead of %s"
                                .formatted(
                                        maker.type,
                                        maker.samples,
                                        maker.predictor,
                                        i,
                                        SampleValues.at(maker.type, region, i),
                                        expected));
                    }
                }
            }
        }
    }

    private static double wrapped(TiffMaker maker, long value) {
        return maker.type == PixelType.INT8 ? (byte) value : value & 0xff;
    }

    @Test
    void longLzwStreamsPassEveryCodeWidth() throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.compression = 5;
        maker.width = 300;
        maker.height = 200;
        maker.blockHeight = 200;
        assertThatPixelsAreRight(maker);
    }

    @Test
    void pagesAreSectionsUnlessSomebodySaysOtherwise() throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.pages = 6;
        Path file = maker.write(folder.resolve("stack.tif"));

        assertThat(shape(file, null)).isEqualTo("1x1x6x29x37");
        assertThat(shape(file, "tyx")).isEqualTo("6x1x1x29x37");
        assertThat(shape(file, "CYX")).isEqualTo("1x6x1x29x37");
        assertThatThrownBy(() -> shape(file, "tzyx"))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining("length 6");
        assertThatThrownBy(() -> shape(file, "qyx")).hasMessageContaining("cannot be used");
        assertThatThrownBy(() -> shape(file, "zzyx")).hasMessageContaining("cannot be used");
        try (PixelSource image = ImageReaders.open(List.of(file), "tyx")) {
            byte[] one = new byte[2];
            image.read(4, 0, 0, 3, 2, 1, 1, one);
            assertThat(SampleValues.at(PixelType.UINT16, one, 0)).isEqualTo(TiffMaker.value(4, 0, 3, 2));
        }
    }

    @Test
    void severalFilesAreOneImageWhoseFirstAxisCountsThem() throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.pages = 3;
        Path a = maker.write(folder.resolve("a.tif"));
        Path b = maker.write(folder.resolve("b.tif"));

        try (PixelSource image = ImageReaders.open(List.of(a, b), "tzyx")) {
            assertThat(image.shape()).hasToString("2x1x3x29x37");
        }
        assertThatThrownBy(() -> ImageReaders.open(List.of(a, b), null)).hasMessageContaining("Give axes");
    }

    @Test
    void imageJTellsItsAxesAndSizes() throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.pages = 12;
        maker.description =
                "ImageJ=1.54f\nimages=12\nchannels=2\nslices=3\nframes=2\nhyperstack=true\nspacing=0.5\nunit=micron\n";
        Path file = maker.write(folder.resolve("ij.tif"));

        try (PixelSource image = ImageReaders.open(List.of(file), null)) {
            assertThat(image.shape()).hasToString("2x2x3x29x37");
            assertThat(image.metadata().pixelSizeZ()).isEqualTo(0.5);
            byte[] one = new byte[2];
            image.read(1, 1, 2, 0, 0, 1, 1, one);
            assertThat(SampleValues.at(PixelType.UINT16, one, 0)).isEqualTo(TiffMaker.value(11, 0, 0, 0));
        }
    }

    @Test
    void imageJStacksWithOneDirectoryAreRead() throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.blockHeight = 29;
        maker.description = "ImageJ=1.54f\nimages=3\nframes=3\n";
        byte[] single = maker.bytes();
        ByteBuffer planes = ByteBuffer.allocate(single.length + 3 * 29 * 37 * 2).order(ByteOrder.LITTLE_ENDIAN);
        planes.put(single);
        int start = single.length;
        for (int i = 0; i < 3 * 29 * 37; i++) {
            planes.putShort((short) i);
        }
        maker.replaced.put(273, new long[] {start});
        byte[] head = maker.bytes();
        System.arraycopy(head, 0, planes.array(), 0, head.length);
        Path file = Files.write(folder.resolve("huge.tif"), planes.array());

        try (PixelSource image = ImageReaders.open(List.of(file), null)) {
            assertThat(image.shape()).hasToString("3x1x1x29x37");
            byte[] one = new byte[2];
            image.read(2, 0, 0, 1, 5, 1, 1, one);
            assertThat(SampleValues.at(PixelType.UINT16, one, 0)).isEqualTo(2 * 29 * 37 + 37 + 5);
        }
    }

    @Test
    void omeXmlPlacesPlanesAndTellsSizesNamesAndColors() throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.pages = 4;
        maker.description = ome(
                "SizeC=\"2\" SizeZ=\"2\" SizeT=\"1\" PhysicalSizeX=\"100\" PhysicalSizeXUnit=\"nm\" PhysicalSizeZ=\"2\"",
                "<Channel ID=\"Channel:0:0\" Name=\"DAPI\" Color=\"65535\"/><Channel ID=\"Channel:0:1\" Name=\"GFP\" Color=\"16711935\"/>"
                        + "<TiffData IFD=\"2\" FirstC=\"0\" PlaneCount=\"2\"/><TiffData IFD=\"0\" FirstC=\"1\" PlaneCount=\"2\"/>");
        Path file = maker.write(folder.resolve("a.ome.tif"));

        try (PixelSource image = ImageReaders.open(List.of(file), null)) {
            assertThat(image.shape()).hasToString("1x2x2x29x37");
            assertThat(image.metadata().pixelSizeX()).isEqualTo(0.1);
            assertThat(image.metadata().pixelSizeY()).isNull();
            assertThat(image.metadata().channels())
                    .extracting(channel -> channel.name() + channel.color())
                    .containsExactly("DAPI0000FF", "GFP00FF00");
            byte[] one = new byte[2];
            image.read(0, 0, 1, 0, 0, 1, 1, one);
            assertThat(SampleValues.at(PixelType.UINT16, one, 0)).isEqualTo(TiffMaker.value(3, 0, 0, 0));
        }
    }

    private static String ome(String attributes, String inside) {
        return "<?xml version=\"1.0\"?><OME xmlns=\"http://www.openmicroscopy.org/Schemas/OME/2016-06\"><Image ID=\"Image:0\" Name=\"n\">"
                + "<Pixels ID=\"Pixels:0\" DimensionOrder=\"XYZCT\" Type=\"uint16\" SizeX=\"37\" SizeY=\"29\" "
                + attributes + ">"
                + inside + "</Pixels></Image></OME>";
    }

    private static String shape(Path file, String axes) throws IOException {
        try (PixelSource image = ImageReaders.open(List.of(file), axes)) {
            return image.shape().toString();
        }
    }
}
