package org.vitrail.pixels.tiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelsException;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.tiff.file.TiffFile;

/** Files that are damaged, absurd or of a kind that is not read are refused by name, and never with a fault. */
class DamagedTiffTest {

    @TempDir
    private Path folder;

    private static String ome(String attributes, String inside) {
        return "<?xml version=\"1.0\"?><OME xmlns=\"http://www.openmicroscopy.org/Schemas/OME/2016-06\"><Image ID=\"Image:0\" Name=\"n\">"
                + "<Pixels ID=\"Pixels:0\" DimensionOrder=\"XYZCT\" Type=\"uint16\" SizeX=\"37\" SizeY=\"29\" "
                + attributes + ">"
                + inside + "</Pixels></Image></OME>";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SizeC=\"2000000000\" SizeZ=\"2000000000\" SizeT=\"2000000000\"",
                "SizeC=\"2\" SizeZ=\"1\" SizeT=\"1\"",
                "SizeC=\"-1\" SizeZ=\"1\" SizeT=\"1\"",
                "SizeC=\"x\" SizeZ=\"1\" SizeT=\"1\"",
                "SizeC=\"1\" <"
            })
    void omeXmlThatDoesNotFitIsSaid(String attributes) throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.description = ome(attributes, "<TiffData/>");

        assertRefused(maker.bytes(), attributes.contains("2000000000") ? "claims a size" : "OME-XML");
    }

    @Test
    void omeXmlWithADocumentTypeReadsNoOtherFile() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        TiffMaker maker = new TiffMaker();
        maker.description = "<?xml version=\"1.0\"?><!DOCTYPE OME [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>"
                + "<OME><Image Name=\"&e;\"><Pixels SizeX=\"37\" SizeY=\"29\"/></Image></OME>";

        assertRefused(maker.bytes(), "OME-XML");
    }

    @Test
    void directoriesInACircleAreRefused() throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.pages = 2;
        byte[] bytes = maker.bytes();
        ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int first = view.getInt(4);
        view.putInt(bytes.length - 4, first);

        assertRefused(bytes, "circle");
    }

    @Test
    @Timeout(20)
    void aChainOfMillionsOfDirectoriesEnds() throws IOException {
        int entry = 18;
        ByteBuffer chain =
                ByteBuffer.allocate(8 + entry * (TiffFile.MOST_PAGES + 10)).order(ByteOrder.LITTLE_ENDIAN);
        chain.put(new byte[] {'I', 'I', 42, 0}).putInt(8);
        while (chain.remaining() >= entry) {
            int next = chain.position() + entry;
            chain.putShort((short) 1).position(next - 4);
            chain.putInt(chain.remaining() > entry ? next : 0);
        }

        assertRefused(chain.array(), "more than");
    }

    @Test
    void absurdNumbersAreRefused() throws IOException {
        long[][] absurd = {
            {256, 0},
            {256, 4_294_967_295L},
            {257, 0},
            {257, 2_000_000_000},
            {258, 13},
            {258, 0},
            {277, 0},
            {277, 70_000},
            {278, 0},
            {259, 4_000_000_000L},
            {317, 3},
            {317, 77},
            {339, 9},
            {273, 4_000_000_000L},
            {279, 4_000_000_000L},
            {284, 9}
        };
        for (long[] field : absurd) {
            TiffMaker maker = new TiffMaker();
            maker.compression = 8;
            maker.replaced.put((int) field[0], new long[] {field[1]});
            assertRefusedOrSound(maker.bytes(), "field " + field[0] + " = " + field[1]);
        }
        TiffMaker tiles = new TiffMaker();
        tiles.tiled = true;
        tiles.compression = 8;
        tiles.replaced.put(322, new long[] {1 << 20});
        tiles.replaced.put(323, new long[] {1 << 20});
        assertRefused(tiles.bytes(), "blocks of");
    }

    @Test
    void truncatedFilesAreNamedWithTheOffset() throws IOException {
        TiffMaker maker = new TiffMaker();
        byte[] whole = maker.bytes();
        assertRefused(Arrays.copyOf(whole, whole.length - 10), "byte ");
        assertRefused(Arrays.copyOf(whole, 9), "byte ");
        maker.replaced.put(273, new long[] {100_000});
        maker.blockHeight = 29;
        assertRefused(maker.bytes(), "at byte 100000");
        for (int compression : new int[] {5, 8, 32773, 50000}) {
            TiffMaker compressed = new TiffMaker();
            compressed.blockHeight = 29;
            compressed.compression = compression;
            compressed.replaced.put(279, new long[] {12});
            assertRefused(compressed.bytes(), "block 0");
        }
    }

    @Test
    @Timeout(60)
    void noChangedByteMakesAnythingButPixelsOrARefusal() throws IOException {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            TiffMaker maker = new TiffMaker();
            maker.compression = new int[] {1, 5, 8, 32773, 50000}[round % 5];
            maker.tiled = round % 2 == 0;
            maker.big = round % 3 == 0;
            byte[] bytes = maker.bytes();
            for (int i = 0; i < 1 + round % 4; i++) {
                bytes[8 + random.nextInt(bytes.length - 8)] = (byte) random.nextInt(256);
            }
            assertRefusedOrSound(bytes, "round " + round);
        }
    }

    @Test
    void slidesAndLaterCompressionsAreRefusedWithTheReason() throws IOException {
        TiffMaker aperio = new TiffMaker();
        aperio.description = "Aperio Image Library v11.2.1";
        Path slide = aperio.write(folder.resolve("slide.tif"));
        Path other = aperio.write(folder.resolve("other.tif"));
        assertThatThrownBy(() -> ImageReaders.open(List.of(slide, other), null))
                .isInstanceOf(UnsupportedImage.class)
                .hasMessageContaining("slide.tif is a whole-slide scan (Aperio SVS)");

        TiffMaker lerc = new TiffMaker();
        lerc.compression = 34887;
        Path later = lerc.write(folder.resolve("lerc.tif"));
        assertThatThrownBy(() -> readAll(later))
                .isInstanceOf(UnsupportedImage.class)
                .hasMessageContaining("LERC");
    }

    private void assertRefused(byte[] bytes, String message) throws IOException {
        Path file = Files.write(folder.resolve("bad.tif"), bytes);
        Assertions.assertThatThrownBy(() -> readAll(file))
                .isInstanceOf(PixelsException.class)
                .hasMessageContaining("bad.tif")
                .hasMessageContaining(message);
    }

    private void assertRefusedOrSound(byte[] bytes, String what) throws IOException {
        Path file = Files.write(folder.resolve("bad.tif"), bytes);
        long start = System.nanoTime();
        try {
            readAll(file);
        } catch (PixelsException refused) {
            assertThat(refused.getMessage()).as(what).contains("bad.tif");
        } catch (RuntimeException | OutOfMemoryError wrong) {
            throw new AssertionError(what, wrong);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as(what).isLessThan(Duration.ofSeconds(20));
    }

    /** Reads a corner of some planes. */
    private static void readAll(Path file) throws IOException {
        try (PixelSource image = ImageReaders.open(List.of(file), null)) {
            int height = (int) Math.min(64, image.shape().y());
            int width = (int) Math.min(64, image.shape().x());
            byte[] region = new byte[height * width * image.type().bytes()];
            for (int c = 0; c < Math.min(4, image.shape().c()); c++) {
                image.read(0, c, 0, 0, 0, height, width, region);
                image.read(0, c, 0, image.shape().y() - height, image.shape().x() - width, height, width, region);
            }
        }
    }
}
