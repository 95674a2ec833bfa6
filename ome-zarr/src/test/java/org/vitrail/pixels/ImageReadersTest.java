package org.vitrail.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrail.pixels.identity.IdentityFinding;
import org.vitrail.pixels.slide.SlideFormat;

class ImageReadersTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "cancer_cell_migration_labels.tif, 1x1x48x130x130, uint32",
        "maize_clsm_labels.tif, 1x1x1x640x639, uint32",
        "stardist_mask2d.tif, 1x1x1x512x512, uint16",
        "stardist_mask3d.tif, 1x1x31x61x57, uint16",
        "cell.png, 1x1x1x660x550, uint8",
        "ihc.png, 1x3x1x512x512, uint8",
        "microaneurysms.png, 1x1x1x102x102, uint8",
        "retina.jpg, 1x3x1x1411x1411, uint8"
    })
    void samplesAreOpened(String name, String shape, String type) throws IOException {
        try (PixelSource image = ImageReaders.open(List.of(Samples.sample(name)), null)) {
            assertThat(image.shape()).hasToString(shape);
            assertThat(image.type().numpyName()).isEqualTo(type);
            byte[] line = new byte[(int) image.shape().x() * image.type().bytes()];
            image.read(
                    0,
                    image.shape().c() - 1,
                    0,
                    image.shape().y() - 1,
                    0,
                    1,
                    (int) image.shape().x(),
                    line);
        }
    }

    @Test
    void renamingDoesNotHideThem() throws IOException {
        Path ndpi = Files.copy(Samples.sample("hamamatsu_test3-DAPI.ndpi"), folder.resolve("n.tif"));
        Path svs = Files.copy(Samples.sample("CMU-1-Small-Region.svs"), folder.resolve("s.tif"));

        assertThat(new SlideFormat().takes(List.of(new ImageFormat.Candidate(ndpi, head(ndpi)))))
                .isTrue();
        try (Fileset slide = ImageReaders.openAll(List.of(svs), null)) {
            assertThat(slide.findings())
                    .extracting(IdentityFinding::kind)
                    .contains(IdentityFinding.Kind.LABEL_IMAGE, IdentityFinding.Kind.PERSON_NAME);
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(ImageFormat.Candidate.HEAD_BYTES);
        }
    }

    @Test
    void textNamedTifIsNoImage() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.tif"), "These are my notes, not pixels.");

        assertThatThrownBy(() -> ImageReaders.open(List.of(text), null))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining("notes.tif is no image");
    }

    @Test
    void emptyAndMissingFilesAreSaid() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.tif"));

        assertThatThrownBy(() -> ImageReaders.open(List.of(empty), null)).hasMessageContaining("empty (0 bytes)");
        assertThatThrownBy(() -> ImageReaders.open(List.of(folder.resolve("gone.tif")), null))
                .hasMessageContaining("is not there");
        assertThatThrownBy(() -> ImageReaders.open(List.of(), null)).isInstanceOf(UnreadableImage.class);
    }

    @Test
    void microscopeFormatsSayHowBioFormatsIsGiven() throws IOException {
        byte[] nd2 = {(byte) 0xda, (byte) 0xce, (byte) 0xbe, 0x0a, 0, 0, 0, 0};
        Path file = Files.write(folder.resolve("a"), nd2);
        assertThatThrownBy(() -> ImageReaders.open(List.of(file), null))
                .isInstanceOf(UnsupportedImage.class)
                .hasMessageContaining("a is a Nikon ND2 file")
                .hasMessageContaining("VITRAIL_BIOFORMATS_JAR")
                .hasMessageContaining("OME-TIFF");
        Path czi = Files.writeString(folder.resolve("b"), "ZISRAWFILE......");
        assertThatThrownBy(() -> ImageReaders.open(List.of(czi), null)).hasMessageContaining("Zeiss");
    }

    @Test
    void picturesAreReadInColorAndDeepGray() throws IOException {
        BufferedImage color = new BufferedImage(5, 4, BufferedImage.TYPE_INT_ARGB);
        color.setRGB(3, 2, 0xff102030);
        ImageIO.write(color, "png", folder.resolve("c.png").toFile());
        BufferedImage deep = new BufferedImage(5, 4, BufferedImage.TYPE_USHORT_GRAY);
        deep.getRaster().setSample(3, 2, 0, 51_234);
        ImageIO.write(deep, "png", folder.resolve("d.png").toFile());
        byte[] one = new byte[2];

        try (PixelSource image = ImageReaders.open(List.of(folder.resolve("c.png")), null)) {
            assertThat(image.shape()).hasToString("1x3x1x4x5");
            assertThat(image.metadata().rgb()).isTrue();
            image.read(0, 1, 0, 2, 3, 1, 1, one);
            assertThat(one[0]).isEqualTo((byte) 0x20);
        }
        try (PixelSource image = ImageReaders.open(List.of(folder.resolve("d.png")), null)) {
            image.read(0, 0, 0, 2, 3, 1, 1, one);
            assertThat(SampleValues.at(PixelType.UINT16, one, 0)).isEqualTo(51_234);
        }
    }

    @Test
    void picturesWithAbsurdSizesOrWithoutAnEndAreRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(50, 40, BufferedImage.TYPE_BYTE_GRAY), "png", bytes);
        byte[] png = bytes.toByteArray();
        Path half = Files.write(folder.resolve("half.png"), java.util.Arrays.copyOf(png, png.length / 2));
        assertThatThrownBy(() -> ImageReaders.open(List.of(half), null))
                .isInstanceOf(PixelsException.class)
                .hasMessageContaining("half.png");
        ByteBuffer.wrap(png).putInt(16, 40_000).putInt(20, 50_000);
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
        Path absurd = Files.write(folder.resolve("absurd.png"), png);
        assertThatThrownBy(() -> ImageReaders.open(List.of(absurd), null))
                .isInstanceOf(UnsupportedImage.class)
                .hasMessageContaining("megapixels");
    }
}
