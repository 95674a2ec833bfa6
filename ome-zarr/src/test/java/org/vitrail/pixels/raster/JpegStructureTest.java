package org.vitrail.pixels.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrail.pixels.raster.HiddenText.TEXT;
import static org.vitrail.pixels.raster.HiddenText.insert;
import static org.vitrail.pixels.raster.HiddenText.join;
import static org.vitrail.pixels.raster.HiddenText.jpeg;
import static org.vitrail.pixels.raster.HiddenText.segment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.PixelsException;

/** Which parts of a JPEG belong to it: tables of their own length, as many restart markers as it has intervals. */
class JpegStructureTest {

    private static final String FORMAT = "javax_imageio_jpeg_image_1.0";

    @TempDir
    private Path folder;

    /** The JDK's decoder refuses most of these; no copy with the text may come of any. */
    @ParameterizedTest
    @ValueSource(ints = {0xc0, 0xc4, 0xdb, 0xdd, 0xda})
    void tablesLongerThanTheirValuesNeverGetIntoACopy(int marker) throws IOException {
        byte[] plain = jpeg(false);
        int at = 2;
        while ((plain[at + 1] & 0xff) != marker && (plain[at + 1] & 0xff) != 0xda) {
            at += 2 + ((plain[at + 2] & 0xff) << 8 | plain[at + 3] & 0xff);
        }
        boolean there = (plain[at + 1] & 0xff) == marker;
        int length = there ? (plain[at + 2] & 0xff) << 8 | plain[at + 3] & 0xff : 0;
        byte[] payload = there ? Arrays.copyOfRange(plain, at + 4, at + 2 + length) : new byte[2];
        byte[] rest = Arrays.copyOfRange(plain, there ? at + 2 + length : at, plain.length);
        byte[] made = join(Arrays.copyOf(plain, at), segment(marker, payload, TEXT), rest);
        Path file = Files.write(folder.resolve("longer.jpg"), made);
        Path copy = folder.resolve("copy.jpg");

        assertThat(JpegIdentity.of(file).identity().found()).isNotEmpty();
        try {
            ImageReaders.writeWithoutIdentity(file, copy);
        } catch (PixelsException refused) {
            assertThat(copy).doesNotExist();
        }
        if (Files.exists(copy)) {
            assertThat(Files.readString(copy, StandardCharsets.ISO_8859_1)).doesNotContain("HIDDEN");
        }
    }

    @ParameterizedTest
    @CsvSource({"10, false", "10, true", "1, false", "1, true"})
    void restartMarkersThatAPictureHasStayAndFurtherOnesGo(int type, boolean progressive) throws IOException {
        byte[] picture = withRestarts(type, progressive);
        Path file = Files.write(folder.resolve("restarts.jpg"), picture);
        Path copy = folder.resolve("copy.jpg");

        assertThat(JpegIdentity.of(file).identity().found()).isEmpty();
        assertThat(ImageReaders.writeWithoutIdentity(file, copy)).isTrue();
        assertThat(copy).hasBinaryContent(picture);

        byte[] further = insert(picture, picture.length - 2, join(new byte[] {(byte) 0xff, (byte) 0xd0}, TEXT));
        Files.write(file, further);
        Files.delete(copy);
        assertThat(JpegIdentity.of(file).identity().found()).hasSize(1);
        assertThat(ImageReaders.writeWithoutIdentity(file, copy)).isTrue();
        assertThat(copy).hasBinaryContent(picture);
    }

    /** A restart marker behind every third unit. */
    private static byte[] withRestarts(int type, boolean progressive) throws IOException {
        BufferedImage picture = new BufferedImage(93, 71, type);
        for (int i = 0; i < 93 * 71; i++) {
            picture.setRGB(i % 93, i / 93, i * i % 251 << 16 | i % 200 << 8 | i % 7);
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(picture), how);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        IIOMetadataNode interval = new IIOMetadataNode("dri");
        interval.setAttribute("interval", "3");
        IIOMetadataNode markers =
                (IIOMetadataNode) root.getElementsByTagName("markerSequence").item(0);
        markers.insertBefore(interval, markers.getLastChild());
        metadata.setFromTree(FORMAT, root);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, metadata), how);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
