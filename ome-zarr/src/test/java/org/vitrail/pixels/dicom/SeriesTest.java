package org.vitrail.pixels.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrail.pixels.dicom.DicomMaker.empty;
import static org.vitrail.pixels.dicom.DicomMaker.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.dicom.data.Tags;

/** Files of a series, and files with several frames, become stacks. */
class SeriesTest {

    private static final String AXIAL = "1\\0\\0\\0\\1\\0";

    @TempDir
    private Path folder;

    private int instances;

    private DicomMaker plane(int value, double z) {
        return image(1, 2, 8)
                .text(Tags.SOP_INSTANCE_UID, "UI", "1.2.3." + ++instances)
                .text(Tags.INSTANCE_NUMBER, "IS", "" + instances)
                .text(Tags.SERIES_NUMBER, "IS", "4")
                .text(Tags.IMAGE_POSITION_PATIENT, "DS", "10\\20\\" + z)
                .text(Tags.IMAGE_ORIENTATION_PATIENT, "DS", AXIAL)
                .text(Tags.PIXEL_SPACING, "DS", "0.5\\0.25")
                .pixels(value, value);
    }

    private double[] values(PixelSource image) throws IOException {
        double[] values = new double[(int) image.shape().planes()];
        int at = 0;
        for (int t = 0; t < image.shape().t(); t++) {
            for (int z = 0; z < image.shape().z(); z++) {
                values[at++] = Reading.plane(image, t, 0, z)[0];
            }
        }
        return values;
    }

    @Test
    void planesAreSortedAlongTheirNormal() throws IOException {
        Path a = plane(30, 3.0).write(folder, "a");
        Path b = plane(10, -1.0).write(folder, "b");
        Path c = plane(20, 1.0).write(folder, "c");

        try (Fileset fileset = Reading.open(a, b, c)) {
            PixelSource image = fileset.images().get(0);
            assertThat(fileset.images()).hasSize(1);
            assertThat(values(image)).containsExactly(10, 20, 30);
            assertThat(image.metadata().name()).isEqualTo("CT series 4");
            assertThat(image.metadata().axesFromFile()).isEqualTo("zyx");
            assertThat(image.metadata().pixelSizeX()).isEqualTo(250);
            assertThat(image.metadata().pixelSizeY()).isEqualTo(500);
            assertThat(image.metadata().pixelSizeZ()).isEqualTo(2000);
        }
    }

    @Test
    void repeatedPositionsAreTimePointsInTheOrderOfTheirNumbers() throws IOException {
        Path a = plane(1, 0).write(folder, "a");
        Path b = plane(2, 5).write(folder, "b");
        Path c = plane(3, 0).write(folder, "c");
        Path d = plane(4, 5).write(folder, "d");

        try (Fileset fileset = Reading.open(d, c, b, a)) {
            PixelSource image = fileset.images().get(0);
            assertThat(image.shape()).hasToString("2x1x2x1x2");
            assertThat(values(image)).containsExactly(1, 2, 3, 4);
        }
    }

    @Test
    void unevenlyRepeatedPositionsAreRefused() throws IOException {
        Path a = plane(1, 0).write(folder, "a");
        Path b = plane(2, 5).write(folder, "b");
        Path c = plane(3, 0).write(folder, "c");

        assertThatThrownBy(() -> Reading.open(a, b, c))
                .isInstanceOf(UnsupportedImage.class)
                .hasMessageContaining("3 planes at 2 positions");
    }

    @Test
    void unevenDistancesLeaveTheSpacingUnknown() throws IOException {
        Path a = plane(1, 0).write(folder, "a");
        Path b = plane(2, 1).write(folder, "b");
        Path c = plane(3, 5).write(folder, "c");

        try (Fileset fileset = Reading.open(a, b, c)) {
            assertThat(fileset.images().get(0).metadata().pixelSizeZ()).isNull();
        }
    }

    @Test
    void withoutPositionsTheInstanceNumberCounts() throws IOException {
        Path a = plane(1, 0)
                .without(Tags.IMAGE_POSITION_PATIENT)
                .text(Tags.INSTANCE_NUMBER, "IS", "10")
                .write(folder, "a");
        Path b = plane(2, 0)
                .without(Tags.IMAGE_POSITION_PATIENT)
                .text(Tags.INSTANCE_NUMBER, "IS", "9")
                .write(folder, "b");

        try (Fileset fileset = Reading.open(a, b)) {
            assertThat(fileset.images().get(0).shape()).hasToString("1x1x2x1x2");
            assertThat(values(fileset.images().get(0))).containsExactly(2, 1);
        }
        try (Fileset fileset = ImageReaders.openAll(List.of(a, b), "tyx")) {
            assertThat(fileset.images().get(0).shape()).hasToString("2x1x1x1x2");
        }
    }

    @Test
    void seriesAndDirectionsAreImagesOfTheirOwn() throws IOException {
        Path a = plane(1, 0).write(folder, "a");
        Path other = plane(2, 0).text(Tags.SERIES_INSTANCE_UID, "UI", "9.9").write(folder, "other");
        Path localizer = plane(3, 0)
                .text(Tags.IMAGE_ORIENTATION_PATIENT, "DS", "0\\1\\0\\0\\0\\-1")
                .write(folder, "localizer");
        Path b = plane(4, 1).write(folder, "b");

        try (Fileset fileset = Reading.open(a, other, localizer, b)) {
            assertThat(fileset.images()).hasSize(3);
            assertThat(values(fileset.images().get(0))).containsExactly(1, 4);
            assertThat(values(fileset.images().get(1))).containsExactly(3);
            assertThat(values(fileset.images().get(2))).containsExactly(2);
        }
    }

    @Test
    void theSameInstanceTwiceIsSaid() throws IOException {
        Path a = plane(1, 0).write(folder, "a");
        Path copy = Files.copy(a, folder.resolve("copy"));

        assertThatThrownBy(() -> Reading.open(a, copy))
                .isInstanceOf(UnsupportedImage.class)
                .hasMessageContaining("files a and copy are copies of each other");
    }

    @Test
    void foldersGiveAllTheirDicomFiles() throws IOException {
        Path inner = Files.createDirectories(folder.resolve("study/series"));
        plane(2, 2).write(inner, "b.dcm");
        plane(1, 1).write(inner.getParent(), "a");
        Files.writeString(inner.resolve("notes.txt"), "no image");
        empty().text(Tags.SOP_CLASS_UID, "UI", "1.2.840.10008.1.3.10").write(inner.getParent(), "DICOMDIR");
        empty().text(Tags.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.88.11").write(inner, "report.dcm");

        try (Fileset fileset = Reading.open(folder.resolve("study"))) {
            assertThat(fileset.images()).hasSize(1);
            assertThat(values(fileset.images().get(0))).containsExactly(1, 2);
        }
        assertThatThrownBy(() -> Reading.open(inner.getParent().resolve("DICOMDIR")))
                .hasMessageContaining("index of a folder");
        assertThatThrownBy(() -> Reading.open(inner.resolve("report.dcm"))).hasMessageContaining("holds no pixels");
    }

    @Test
    void framesAreSortedByTheirOwnPositions() throws IOException {
        DicomMaker shared = empty().sequence(
                        Tags.PIXEL_MEASURES_SEQUENCE,
                        empty().text(Tags.PIXEL_SPACING, "DS", "2\\3").text(Tags.SPACING_BETWEEN_SLICES, "DS", "9"))
                .sequence(Tags.PLANE_ORIENTATION_SEQUENCE, empty().text(Tags.IMAGE_ORIENTATION_PATIENT, "DS", AXIAL));
        Path file = image(1, 2, 8)
                .text(Tags.NUMBER_OF_FRAMES, "IS", "3")
                .sequence(Tags.SHARED_FUNCTIONAL_GROUPS, shared)
                .open(Tags.PER_FRAME_FUNCTIONAL_GROUPS, frameAt(7), frameAt(1), frameAt(4))
                .pixels(70, 70, 10, 10, 40, 40)
                .write(folder, "enhanced");

        try (Fileset fileset = Reading.open(file)) {
            PixelSource image = fileset.images().get(0);
            assertThat(values(image)).containsExactly(10, 40, 70);
            assertThat(image.metadata().pixelSizeX()).isEqualTo(3000);
            assertThat(image.metadata().pixelSizeY()).isEqualTo(2000);
            assertThat(image.metadata().pixelSizeZ()).isEqualTo(3000);
        }
    }

    private static DicomMaker frameAt(double z) {
        return empty().open(
                        Tags.PLANE_POSITION_SEQUENCE, empty().text(Tags.IMAGE_POSITION_PATIENT, "DS", "0\\0\\" + z));
    }

    @Test
    void framesThatFollowInTimeAreTimePoints() throws IOException {
        byte[] frameTime = {0x18, 0, 0x63, 0x10};
        Path file = image(1, 2, 8)
                .text(Tags.NUMBER_OF_FRAMES, "IS", "2")
                .raw(Tags.FRAME_INCREMENT_POINTER, "AT", frameTime)
                .pixels(1, 1, 2, 2)
                .write(folder, "cine");

        try (Fileset fileset = Reading.open(file)) {
            assertThat(fileset.images().get(0).shape()).hasToString("2x1x1x1x2");
            assertThat(values(fileset.images().get(0))).containsExactly(1, 2);
        }
    }
}
