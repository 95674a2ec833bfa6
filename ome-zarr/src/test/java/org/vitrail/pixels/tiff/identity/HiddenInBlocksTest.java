package org.vitrail.pixels.tiff.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrail.pixels.tiff.identity.CopyJudge.assertTakenOut;
import static org.vitrail.pixels.tiff.identity.CopyJudge.findings;
import static org.vitrail.pixels.tiff.identity.CopyJudge.holds;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.pixels.PixelType;
import org.vitrail.pixels.tiff.TiffMaker;
import org.vitrail.pixels.tiff.TiffMaker.Blob;

/** What strips and tiles hold beside their pixels is judged and taken out, and the pixels stay. */
class HiddenInBlocksTest {

    private static final byte[] PERSON = "Patient name: Jane Roe".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1, false", "5, false", "8, false", "32946, true", "32773, false", "5, true"})
    void aTextBehindTheStreamOfABlockIsFoundAndZeroed(int compression, boolean tiled) throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.compression = compression == 32946 ? 8 : compression;
        maker.replaced.put(259, new long[] {compression});
        maker.tiled = tiled;
        maker.behind = PERSON;
        Path file = maker.write(folder.resolve("a.tif"));

        assertThat(findings(file))
                .extracting(finding -> finding.kind() + " " + finding.where())
                .containsExactly("PERSON_NAME bytes behind the pixels of a strip or tile");
        assertTakenOut(file, "Roe");
    }

    @Test
    void aTextInAFrameThatDecodersLeapOverIsZeroed() throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(8 + PERSON.length).order(ByteOrder.LITTLE_ENDIAN);
        frame.putInt(0x184D2A53).putInt(PERSON.length).put(PERSON);
        TiffMaker maker = new TiffMaker();
        maker.compression = 50000;
        maker.behind = frame.array();
        Path file = maker.write(folder.resolve("a.tif"));

        assertThat(findings(file)).hasSize(1);
        assertTakenOut(file, "Roe");
    }

    @Test
    void aTextOfAnyKindBehindAStreamIsPrivate() throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.compression = 8;
        maker.behind = "\0settings of Roe".getBytes(StandardCharsets.US_ASCII);
        Path file = maker.write(folder.resolve("a.tif"));

        assertThat(findings(file))
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind()).hasToString("PRIVATE_TAG"));
        assertTakenOut(file, "Roe");
    }

    @Test
    void bytesBehindAStreamThatAnotherStripBeginsInStay() throws IOException {
        TiffMaker maker = new TiffMaker();
        maker.compression = 8;
        maker.blobs.put(315, Blob.text("Jane Roe"));
        byte[] bytes = maker.bytes();
        ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int directory = view.getInt(4);
        for (int entry = directory + 2; entry < directory + 2 + 12 * view.getShort(directory); entry += 12) {
            if (view.getShort(entry) == 279) { // the first strip claims the second, too
                int counts = view.getInt(entry + 8);
                view.putInt(counts, view.getInt(counts) + view.getInt(counts + 4));
            }
        }
        assertTakenOut(Files.write(folder.resolve("a.tif"), bytes), "Roe");
    }

    /** Baseline JPEG of gray samples with a segment behind its start. */
    private static byte[] jpeg(byte[] samples, int marker, byte[] payload) {
        BufferedImage image = new BufferedImage(37, samples.length / 37, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, 37, samples.length / 37, samples);
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", coded);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        byte[] stream = coded.toByteArray();
        ByteBuffer out = ByteBuffer.allocate(stream.length + 4 + payload.length);
        out.put(stream, 0, 20); // start and JFIF
        out.put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (payload.length + 2))
                .put(payload);
        out.put(stream, 20, stream.length - 20);
        return out.array();
    }

    private static TiffMaker jpegMaker(int marker, byte[] payload) {
        TiffMaker maker = new TiffMaker();
        maker.type = PixelType.UINT8;
        maker.compression = 7;
        maker.coder = block -> jpeg(block, marker, payload);
        return maker;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "254 | Patient name: Jane Roe | PERSON_NAME comment in a strip or tile",
                "225 | Exif__ and Roe | FREE_TEXT data of a program in a strip or tile",
                "225 | http://ns.adobe.com/xap/1.0/_Roe | FREE_TEXT data of a program in a strip or tile",
                "237 | Photoshop 3.0_8BIM Roe | FREE_TEXT data of a program in a strip or tile",
                "235 | settings of Roe | PRIVATE_TAG data of a program in a strip or tile"
            })
    void segmentsOfJpegBlocksAreJudged(int marker, String text, String found) throws IOException {
        byte[] payload = text.replace('_', '\0').getBytes(StandardCharsets.US_ASCII);
        Path file = jpegMaker(marker, payload).write(folder.resolve("a.tif"));

        assertThat(findings(file))
                .extracting(finding -> finding.kind() + " " + finding.where())
                .containsExactly(found);
        assertTakenOut(file, "Roe");
    }

    @Test
    void aColorProfileStaysUnlessItReveals() throws IOException {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();
        byte[] head = "ICC_PROFILE\0\1\1".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer harmless =
                ByteBuffer.allocate(head.length + profile.length).put(head).put(profile);
        ByteBuffer revealing = ByteBuffer.allocate(harmless.capacity() + 1 + PERSON.length)
                .put(harmless.array())
                .put((byte) 0)
                .put(PERSON);
        TiffMaker maker = jpegMaker(0xe2, harmless.array());
        maker.blobs.put(315, Blob.text("Jane Roe"));
        Path other = jpegMaker(0xe2, revealing.array()).write(folder.resolve("b.tif"));

        Path copy = assertTakenOut(maker.write(folder.resolve("a.tif")), "Roe");
        assertThat(holds(Files.readAllBytes(copy), profile)).isTrue();
        assertThat(findings(other))
                .extracting(finding -> finding.kind() + " " + finding.where())
                .containsExactly("PERSON_NAME color profile in a strip or tile");
        assertTakenOut(other, "Roe");
    }

    @Test
    void aHarmlessCommentIsNoFindingAndIsZeroedBesideOthers() throws IOException {
        byte[] comment = "CREATOR: encoder v3 (quality 90)".getBytes(StandardCharsets.US_ASCII);
        TiffMaker maker = jpegMaker(0xfe, comment);
        assertThat(findings(maker.write(folder.resolve("a.tif")))).isEmpty();

        maker.blobs.put(315, Blob.text("Jane Roe"));
        Path copy = assertTakenOut(maker.write(folder.resolve("b.tif")), "Roe");
        assertThat(holds(Files.readAllBytes(copy), comment)).isFalse();
    }

    @Test
    void aTextBehindTheEndOfAJpegIsZeroed() throws IOException {
        TiffMaker maker = jpegMaker(0xfe, new byte[3]);
        maker.behind = PERSON;
        Path file = maker.write(folder.resolve("a.tif"));

        assertThat(findings(file)).hasSize(1);
        assertTakenOut(file, "Roe");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void commentsInTheTablesOfAPageAreTakenOut(boolean behind) throws IOException {
        byte[] tables = new byte[4 + 4 + PERSON.length];
        ByteBuffer out = ByteBuffer.wrap(tables);
        out.putShort((short) 0xffd8);
        if (behind) {
            out.putShort((short) 0xffd9).put(PERSON);
            tables = Arrays.copyOf(tables, out.position());
        } else {
            out.putShort((short) 0xfffe).putShort((short) (PERSON.length + 2)).put(PERSON);
            out.putShort((short) 0xffd9);
        }
        TiffMaker maker = new TiffMaker();
        maker.compression = 8;
        maker.blobs.put(347, new Blob(7, tables));
        Path file = maker.write(folder.resolve("a.tif"));

        assertThat(findings(file))
                .extracting(finding -> finding.kind() + " " + finding.where())
                .containsExactly("PERSON_NAME tag 347 JPEGTables");
        assertTakenOut(file, "Roe");
    }
}
