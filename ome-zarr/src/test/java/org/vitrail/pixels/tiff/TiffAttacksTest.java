package org.vitrail.pixels.tiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.Mutations;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.PixelsException;
import org.vitrail.pixels.SampleValues;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.tiff.TiffMaker.Blob;

/** Files that are damaged or made to harm are refused by name, in bounded time and memory. */
@Timeout(60)
class TiffAttacksTest {

    private static final String OME =
            "<?xml version=\"1.0\"?><OME xmlns=\"http://www.openmicroscopy.org/Schemas/OME/2016-06\">";
    private static final String PIXELS =
            "<Pixels DimensionOrder=\"XYZCT\" Type=\"uint16\" SizeX=\"37\" SizeY=\"29\" SizeC=\"1\" SizeZ=\"1\" SizeT=\"2\">";

    @TempDir
    private Path folder;

    /** Sound files, each of another kind. */
    enum Kind {
        STRIPS,
        TILES,
        PACKED,
        OME_XML,
        IMAGEJ,
        PERSONAL;

        byte[] bytes() {
            TiffMaker maker = new TiffMaker();
            switch (this) {
                case STRIPS -> {
                    maker.compression = 5;
                    maker.order = ByteOrder.BIG_ENDIAN;
                }
                case TILES -> {
                    maker.big = true;
                    maker.tiled = true;
                    maker.compression = 50_000;
                    maker.predictor = 2;
                    maker.samples = 3;
                    maker.planar = true;
                }
                case PACKED -> {
                    maker.replaced.put(258, new long[] {12});
                    maker.replaced.put(266, new long[] {2});
                    maker.compression = 8;
                }
                case OME_XML -> {
                    maker.pages = 2;
                    maker.description = OME + "<Image ID=\"Image:0\">" + PIXELS
                            + "<TiffData IFD=\"1\"/><TiffData FirstT=\"1\" IFD=\"0\"/></Pixels><AnnotationRef ID=\"A\"/></Image>"
                            + "<StructuredAnnotations><XMLAnnotation ID=\"A\"><Value><Modulo><ModuloAlongT Type=\"angle\" Start=\"0\" End=\"1\"/>"
                            + "</Modulo></Value></XMLAnnotation></StructuredAnnotations></OME>";
                }
                case IMAGEJ -> {
                    maker.pages = 4;
                    maker.description = "ImageJ=1.54f\nimages=4\nchannels=2\nframes=2\nunit=micron\nspacing=2\n";
                }
                case PERSONAL -> {
                    maker.blobs.put(315, Blob.text("Jane Roe"));
                    maker.directories.put(34_665, Map.of(37_510, Blob.text("ASCII\0\0\0Operator: Jane Roe")));
                    maker.directories.put(34_853, Map.of(2, new Blob(5, new byte[] {1, 0, 0, 0, 1, 0, 0, 0})));
                    maker.directories.put(330, Map.of(315, Blob.text("Jane Roe")));
                    maker.replaced.put(50_838, new long[] {12, 20});
                    maker.blobs.put(50_839, Blob.text("JIJIofni\1\0\0\0P\0a\0t\0i\0e\0n\0t\0:\0 \0R\0o\0e\0"));
                }
            }
            return maker.bytes();
        }
    }

    @ParameterizedTest
    @EnumSource
    void damagedFilesAreReadOrRefusedByName(Kind kind) throws IOException {
        byte[] sound = kind.bytes();

        Mutations.check(sound, folder, "damaged.tif", sound.length, 100, this::readEverything);
    }

    @Test
    void damagedCompanionFilesAreReadOrRefusedByName() throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.write(folder.resolve("t0.tif"));
        String text = OME + "<Image ID=\"Image:0\">" + PIXELS
                + "<TiffData IFD=\"0\"><UUID FileName=\"t0.tif\">urn:uuid:7</UUID></TiffData>"
                + "<TiffData FirstT=\"1\" IFD=\"0\"><UUID FileName=\"t0.tif\">urn:uuid:7</UUID></TiffData></Pixels></Image></OME>";
        byte[] sound = text.getBytes(StandardCharsets.UTF_8);

        Mutations.check(sound, folder, "damaged.companion.ome", sound.length, 100, this::readEverything);
    }

    /** Corners of the first images, what they reveal, and the copy without it. */
    private void readEverything(Path file) throws IOException {
        try (Fileset fileset = ImageReaders.openAll(List.of(file), null)) {
            for (PixelSource image :
                    fileset.images().subList(0, Math.min(3, fileset.images().size()))) {
                corners(image);
            }
            assertThat(fileset.findings())
                    .allSatisfy(finding -> assertThat(finding.where()).isNotBlank());
        }
        Path copy = folder.resolve("copy");
        Files.deleteIfExists(copy);
        ImageReaders.writeWithoutIdentity(file, copy);
    }

    private static void corners(PixelSource image) throws IOException {
        int height = (int) Math.min(40, image.shape().y());
        int width = (int) Math.min(40, image.shape().x());
        byte[] region = new byte[height * width * image.type().bytes()];
        int t = (int) Math.min(image.shape().t() - 1, Integer.MAX_VALUE);
        int z = (int) Math.min(image.shape().z() - 1, Integer.MAX_VALUE);
        image.read(0, 0, 0, 0, 0, height, width, region);
        image.read(
                t,
                image.shape().c() - 1,
                z,
                image.shape().y() - height,
                image.shape().x() - width,
                height,
                width,
                region);
    }

    private void assertRefused(byte[] bytes, String message) throws IOException {
        Path file = Files.write(folder.resolve("bad.tif"), bytes);
        assertThatThrownBy(() -> readEverything(file))
                .isInstanceOf(PixelsException.class)
                .hasMessageContaining("bad.tif")
                .hasMessageContaining(message);
    }

    @Test
    void directoriesBelowPagesInACircleEnd() throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.replaced.put(330, new long[] {0, 0, 0});
        maker.replaced.put(34_665, new long[] {0});
        int directory =
                ByteBuffer.wrap(maker.bytes()).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
        maker.replaced.put(330, new long[] {directory, directory, directory + 1_000_000});
        maker.replaced.put(34_665, new long[] {directory});
        Path file = maker.write(folder.resolve("a.tif"));

        try (Fileset fileset = ImageReaders.openAll(List.of(file), null)) {
            assertThat(fileset.images()).hasSize(1);
            assertThat(fileset.findings()).isEmpty();
        }
    }

    @Test
    void veryManyDirectoriesBelowPagesAreRefused() throws IOException {
        int many = 100_010;
        long[] places = new long[many];
        TiffMaker maker = new TiffMaker();
        maker.width = 400;
        maker.height = 400;
        maker.type = PixelType.UINT8;
        maker.blockHeight = 400;
        for (int i = 0; i < many; i++) {
            places[i] = 8 + i; // the pixels are ones, and so a directory of 257 entries stands at each of them
        }
        maker.replaced.put(330, places);
        byte[] bytes = maker.bytes();
        java.util.Arrays.fill(bytes, 8, 8 + 160_000, (byte) 1);

        assertRefused(bytes, "directories below");
    }

    @ParameterizedTest
    @CsvSource({
        "5, LZW cannot hold",
        "8, deflate cannot hold",
        "32773, PackBits cannot hold",
        "50000, zstd frame does not make"
    })
    void blocksThatCannotHoldWhatTheyClaimAreRefusedBeforeMemoryIsTaken(int compression, String message)
            throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.compression = compression;
        maker.width = 8000;
        maker.height = 8000;
        maker.replaced.put(278, new long[] {8000});
        maker.replaced.put(273, new long[] {8});
        maker.replaced.put(279, new long[] {60});

        byte[] small = new byte[60];
        System.arraycopy(Zstd.compress(new byte[20], 3), 0, small, 0, Zstd.compress(new byte[20], 3).length);
        byte[] bytes = directoryOnly(maker, small);
        assertRefused(bytes, message);
    }

    /** The maker's directory for a picture that is not there. */
    private static byte[] directoryOnly(TiffMaker maker, byte[] block) {
        int width = maker.width;
        int height = maker.height;
        maker.width = 16;
        maker.height = 16;
        maker.replaced.put(256, new long[] {width});
        maker.replaced.put(257, new long[] {height});
        byte[] bytes = maker.bytes();
        System.arraycopy(block, 0, bytes, 8, block.length);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void picturesWithoutEndInTinyFilesAreRefused(int compression) throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.tiled = true;
        maker.compression = compression;
        maker.width = Integer.MAX_VALUE;
        maker.height = Integer.MAX_VALUE;
        maker.replaced.put(322, new long[] {compression == 1 ? Integer.MAX_VALUE : 16});
        maker.replaced.put(323, new long[] {compression == 1 ? Integer.MAX_VALUE : 16});
        maker.replaced.put(324, new long[] {0});
        maker.replaced.put(325, new long[] {0});

        assertRefused(directoryOnly(maker, new byte[0]), "it claims 2147483647 × 2147483647 pixels");
    }

    @Test
    void onePixelIsAnImageAndNoneIsNot() throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.width = 1;
        maker.height = 1;
        Path file = maker.write(folder.resolve("one.tif"));
        try (PixelSource image = ImageReaders.open(List.of(file), null)) {
            byte[] one = new byte[2];
            image.read(0, 0, 0, 0, 0, 1, 1, one);
            assertThat(image.shape()).hasToString("1x1x1x1x1");
            assertThat(SampleValues.at(PixelType.UINT16, one, 0)).isEqualTo(TiffMaker.value(0, 0, 0, 0));
        }
        maker.replaced.put(256, new long[] {0});
        assertRefused(maker.bytes(), "a size of 0 × 1 pixels");
    }

    @Test
    void textsThatPointOutsideAreSaid() throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.blobs.put(270, Blob.text("something longer"));
        byte[] bytes = maker.bytes();
        ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int directory = view.getInt(4);
        for (int i = 0; i < view.getShort(directory); i++) {
            if (view.getShort(directory + 2 + 12 * i) == 270) {
                view.putInt(directory + 10 + 12 * i, 2_000_000_000);
            }
        }

        assertRefused(bytes, "at byte 2000000000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE lolz [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><OME><Image Name=\"x\">&c;</Image></OME>",
                "<!DOCTYPE o SYSTEM \"http://127.0.0.1:9/x.dtd\"><OME>&x;</OME>",
                "<OME><Image><Pixels SizeX=\"37\" SizeY=\"29\" SizeT=\"99999999999999999999\"/></Image></OME>",
                "<OME><Image><Pixels DimensionOrder=\"TZYXC\"/></Image></OME>",
                "<OME/>",
                "<OME",
            })
    void hostileXmlIsRefused(String xml) throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.description = "<?xml version=\"1.0\"?>" + (xml.contains("<OME") ? xml : xml + " ");

        assertRefused(maker.bytes(), "OME-XML");
    }

    @Test
    void xmlWithMillionsOfElementsIsRefused() throws IOException {
        Path file = folder.resolve("bad.companion.ome");
        Files.writeString(file, OME + "<Image>" + PIXELS + "<TiffData/>".repeat(1_000_001) + "</Pixels></Image></OME>");
        assertThatThrownBy(() -> ImageReaders.openAll(List.of(file), null))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining("more than 1000000 channels and places");

        Files.writeString(file, OME + ("<Image>" + PIXELS + "</Pixels></Image>").repeat(100_001) + "</OME>");
        assertThatThrownBy(() -> ImageReaders.openAll(List.of(file), null))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining("more than 100000 images");
    }

    @Test
    void deeplyNestedXmlIsRefused() throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.width = 400;
        maker.height = 400;
        int deep = 100_000;
        maker.description = OME + "<a>".repeat(deep) + "</a>".repeat(deep) + "</OME>";

        assertRefused(maker.bytes(), "cannot be read");
    }
}
