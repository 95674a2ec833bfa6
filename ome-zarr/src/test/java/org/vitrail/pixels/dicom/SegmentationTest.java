package org.vitrail.pixels.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrail.pixels.dicom.DicomMaker.empty;
import static org.vitrail.pixels.dicom.DicomMaker.image;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.dicom.data.Tags;

/** Segmentations become label images. */
class SegmentationTest {

    @TempDir
    private Path folder;

    private static DicomMaker segmentation(String type, int bits, int frames) {
        return image(1, 4, bits)
                .text(Tags.SOP_CLASS_UID, "UI", DicomMaker.SEGMENTATION_CLASS)
                .text(Tags.MODALITY, "CS", "SEG")
                .text(Tags.SEGMENTATION_TYPE, "CS", type)
                .text(Tags.NUMBER_OF_FRAMES, "IS", "" + frames)
                .sequence(
                        Tags.SHARED_FUNCTIONAL_GROUPS,
                        empty().sequence(
                                        Tags.PLANE_ORIENTATION_SEQUENCE,
                                        empty().text(Tags.IMAGE_ORIENTATION_PATIENT, "DS", "1\\0\\0\\0\\1\\0"))
                                .sequence(
                                        Tags.PIXEL_MEASURES_SEQUENCE, empty().text(Tags.PIXEL_SPACING, "DS", "1\\1")));
    }

    private static DicomMaker frame(int segment, double z) {
        return empty().sequence(
                        Tags.SEGMENT_IDENTIFICATION_SEQUENCE, empty().us(Tags.REFERENCED_SEGMENT_NUMBER, segment))
                .sequence(Tags.PLANE_POSITION_SEQUENCE, empty().text(Tags.IMAGE_POSITION_PATIENT, "DS", "0\\0\\" + z));
    }

    @Test
    void binarySegmentsBecomeTheirNumbers() throws IOException {
        Path file = segmentation("BINARY", 1, 3)
                .sequence(Tags.PER_FRAME_FUNCTIONAL_GROUPS, frame(1, 5), frame(300, 5), frame(300, 2))
                .pixels(0b0110_0001, 0b1000)
                .write(folder, "seg");

        try (Fileset fileset = Reading.open(file)) {
            PixelSource image = fileset.images().get(0);
            assertThat(fileset.images()).hasSize(1);
            assertThat(image.type().numpyName()).isEqualTo("uint16");
            assertThat(Reading.plane(image, 0, 0, 0)).containsExactly(0, 0, 0, 300);
            assertThat(Reading.plane(image, 0, 0, 1)).containsExactly(1, 300, 300, 0);
            assertThat(image.metadata().pixelSizeZ()).isEqualTo(3000);
        }
    }

    @Test
    void overlappingSegmentsBecomeImagesOfTheirOwn() throws IOException {
        Path file = segmentation("BINARY", 1, 2)
                .sequence(Tags.PER_FRAME_FUNCTIONAL_GROUPS, frame(1, 5), frame(2, 5))
                .pixels(0b0110_0011)
                .write(folder, "seg");

        try (Fileset fileset = Reading.open(file)) {
            assertThat(fileset.images()).hasSize(2);
            assertThat(Reading.plane(fileset.images().get(0), 0, 0, 0)).containsExactly(1, 1, 0, 0);
            assertThat(Reading.plane(fileset.images().get(1), 0, 0, 0)).containsExactly(0, 2, 2, 0);
            assertThat(fileset.images().get(1).metadata().name()).endsWith("segment 2");
        }
    }

    @Test
    void ofFractionsTheLargestCountsFromHalfOn() throws IOException {
        Path file = segmentation("FRACTIONAL", 8, 2)
                .us(Tags.MAXIMUM_FRACTIONAL_VALUE, 100)
                .sequence(Tags.PER_FRAME_FUNCTIONAL_GROUPS, frame(1, 5), frame(2, 5))
                .pixels(49, 50, 100, 60, 49, 60, 0, 60)
                .write(folder, "seg");

        assertThat(Reading.plane(file)).containsExactly(0, 2, 1, 1);
    }

    @Test
    void framesWithoutSegmentAreDamage() throws IOException {
        Path file = segmentation("BINARY", 1, 2)
                .sequence(Tags.PER_FRAME_FUNCTIONAL_GROUPS, frame(0, 5), frame(2, 5))
                .pixels(0)
                .write(folder, "seg");

        assertThatThrownBy(() -> Reading.open(file))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining("frame 0 names no segment");
    }
}
