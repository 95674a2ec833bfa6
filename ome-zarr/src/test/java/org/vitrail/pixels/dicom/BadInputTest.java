package org.vitrail.pixels.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrail.pixels.dicom.DicomMaker.empty;
import static org.vitrail.pixels.dicom.DicomMaker.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.Mutations;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelsException;
import org.vitrail.pixels.Samples;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.dicom.data.Tags;

/** Damaged and hostile files are refused by name, without a hang and without much memory. */
class BadInputTest {

    private static final String DEFLATED = "1.2.840.10008.1.2.1.99";

    @TempDir
    private Path folder;

    @Test
    void truncatedPixelDataNameTheirElement() throws IOException {
        byte[] whole =
                image(10, 10, 16).raw(Tags.PIXEL_DATA, "OW", new byte[200]).file(DicomMaker.EXPLICIT);
        Path file = Files.write(folder.resolve("cut.dcm"), Arrays.copyOf(whole, whole.length - 10));

        assertThatThrownBy(() -> Reading.open(file))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining("cut.dcm")
                .hasMessageContaining("(7FE0,0010) ends too early");
    }

    @Test
    void everyTruncationIsRefusedOrRead() throws IOException {
        byte[] whole = image(2, 2, 8)
                .open(Tags.SHARED_FUNCTIONAL_GROUPS, empty().text(Tags.PIXEL_SPACING, "DS", "1\\1"))
                .pixels(1, 2, 3, 4)
                .file(DicomMaker.EXPLICIT);
        for (int length = 1; length < whole.length; length++) {
            Path file = Files.write(folder.resolve("cut.dcm"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Reading.plane(file))
                    .as("%d bytes", length)
                    .isInstanceOf(PixelsException.class)
                    .hasMessageContaining("cut.dcm");
        }
    }

    @Test
    void oddLengthsAreRead() throws IOException {
        Path file = image(1, 1, 8)
                .raw(Tags.SERIES_NUMBER, "IS", new byte[] {'7'})
                .raw(Tags.PIXEL_DATA, "OB", new byte[] {5})
                .write(folder, "odd");

        assertThat(Reading.plane(file)).containsExactly(5);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void deeplyNestedSequencesAreRefused(boolean withDelimiters) throws IOException {
        ByteArrayOutputStream nested = new ByteArrayOutputStream();
        int depth = 10_000;
        for (int i = 0; i < depth; i++) {
            int left = (depth - i - 1) * 20;
            nested.writeBytes(DicomMaker.element(
                    Tags.SHARED_FUNCTIONAL_GROUPS, "SQ", withDelimiters ? -1 : left + 8, new byte[0]));
            nested.writeBytes(DicomMaker.item(Tags.ITEM, withDelimiters ? -1 : left));
        }
        Path file = Files.write(
                folder.resolve("deep.dcm"),
                DicomMaker.file(DicomMaker.EXPLICIT, join(image(1, 1, 8).dataset(), nested.toByteArray())));

        assertThatThrownBy(() -> Reading.open(file))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining("deep.dcm")
                .hasMessageContaining("more than 32 deep");
    }

    @Test
    void absurdSizesAreRefusedBeforeAnythingIsAllocated() throws IOException {
        Path frames = image(65_535, 65_535, 32)
                .text(Tags.NUMBER_OF_FRAMES, "IS", "1000000")
                .pixels(1)
                .write(folder, "frames");
        Path more = image(1, 1, 8)
                .text(Tags.NUMBER_OF_FRAMES, "IS", "999999999999")
                .pixels(1)
                .write(folder, "more");
        Path none = image(0, 1, 8).pixels(1).write(folder, "none");

        assertThatThrownBy(() -> Reading.open(frames)).hasMessageContaining("need 17179344900000000");
        assertThatThrownBy(() -> Reading.open(more)).hasMessageContaining("NumberOfFrames is 999999999999");
        assertThatThrownBy(() -> Reading.open(none)).hasMessageContaining("Rows is 0");
    }

    @Test
    void deflatedFilesThatNeverEndAreStopped() throws IOException {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (DeflaterOutputStream out =
                new DeflaterOutputStream(deflated, new Deflater(Deflater.BEST_COMPRESSION, true), 1 << 16)) {
            out.write(image(1, 1, 8).dataset());
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 40; i++) {
                out.write(zeros);
            }
        }
        Path bomb = Files.write(folder.resolve("bomb.dcm"), DicomMaker.file(DEFLATED, deflated.toByteArray()));
        byte[] bytes = deflated.toByteArray();
        bytes[5] ^= 0x55;
        Path damaged =
                Files.write(folder.resolve("damaged.dcm"), DicomMaker.file(DEFLATED, Arrays.copyOf(bytes, 5000)));

        assertThatThrownBy(() -> Reading.open(bomb))
                .isInstanceOf(UnsupportedImage.class)
                .hasMessageContaining("bomb.dcm")
                .hasMessageContaining("500-fold");
        assertThatThrownBy(() -> Reading.open(damaged))
                .isInstanceOf(PixelsException.class)
                .hasMessageContaining("damaged.dcm");
    }

    @Test
    void mutatedFilesAreReadOrRefused() throws IOException {
        fuzz(slide(), "slide.dcm", 1400, 250);
        fuzz(segmentation(), "segmentation.dcm", 900, 250);
        fuzz(fragments(), "rle.dcm", 700, 250);
        fuzz(LosslessJpegFile.bytes(), "lossless.dcm", 800, 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pydicom_CT_small.dcm", "highdicom_sm_image.dcm", "pydicom_JPEG2000.dcm"})
    void mutatedSamplesAreReadOrRefused(String name) throws IOException {
        byte[] sound = Files.readAllBytes(Samples.sample(name));
        int budget = name.contains("2000") ? 12 : 200;

        fuzz(sound, name, name.contains("2000") ? 3300 : 1500, budget);
    }

    private void fuzz(byte[] sound, String name, int headBytes, int budget) throws IOException {
        Mutations.check(sound, folder, name, headBytes, budget, file -> {
            try (Fileset fileset = ImageReaders.openAll(List.of(file), null)) {
                for (PixelSource image : fileset.images()) {
                    readSome(image);
                }
            }
            Path copy = folder.resolve("copy");
            Files.deleteIfExists(copy);
            ImageReaders.writeWithoutIdentity(file, copy);
        });
    }

    private static void readSome(PixelSource image) throws IOException {
        int height = (int) Math.min(64, image.shape().y());
        int width = (int) Math.min(64, image.shape().x());
        byte[] bytes = new byte[height * width * image.type().bytes()];
        image.read(0, 0, 0, 0, 0, height, width, bytes);
        image.read(
                (int) image.shape().t() - 1,
                image.shape().c() - 1,
                (int) image.shape().z() - 1,
                image.shape().y() - height,
                image.shape().x() - width,
                height,
                width,
                bytes);
    }

    private static byte[] slide() {
        DicomMaker tile = empty().open(
                        Tags.PLANE_POSITION_SLIDE_SEQUENCE,
                        empty().sl(Tags.COLUMN_POSITION, 3).sl(Tags.ROW_POSITION, 2));
        return image(1, 2, 8)
                .text(Tags.SOP_CLASS_UID, "UI", DicomMaker.SLIDE_CLASS)
                .ul(Tags.TOTAL_COLUMNS, 4)
                .ul(Tags.TOTAL_ROWS, 2)
                .sequence(Tags.PER_FRAME_FUNCTIONAL_GROUPS, tile)
                .pixels(7, 8)
                .file(DicomMaker.EXPLICIT);
    }

    private static byte[] segmentation() {
        DicomMaker frame = empty().sequence(
                        Tags.SEGMENT_IDENTIFICATION_SEQUENCE, empty().us(Tags.REFERENCED_SEGMENT_NUMBER, 3))
                .open(Tags.PLANE_POSITION_SEQUENCE, empty().text(Tags.IMAGE_POSITION_PATIENT, "DS", "0\\0\\1"));
        return image(1, 4, 1)
                .text(Tags.SOP_CLASS_UID, "UI", DicomMaker.SEGMENTATION_CLASS)
                .text(Tags.SEGMENTATION_TYPE, "CS", "BINARY")
                .text(Tags.NUMBER_OF_FRAMES, "IS", "2")
                .open(Tags.PER_FRAME_FUNCTIONAL_GROUPS, frame, frame)
                .pixels(0x35)
                .file(DicomMaker.EXPLICIT);
    }

    private static byte[] fragments() {
        byte[] rle = DicomMaker.little(66)
                .putInt(1)
                .putInt(64)
                .position(64)
                .put((byte) -1)
                .put((byte) 9)
                .array();
        return image(1, 2, 8)
                .text(Tags.NUMBER_OF_FRAMES, "IS", "2")
                .fragments(DicomMaker.little(8).putInt(0).putInt(74).array(), rle, rle)
                .file(DicomMaker.RLE);
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
