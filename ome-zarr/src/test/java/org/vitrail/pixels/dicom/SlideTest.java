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
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.UnreadableImage;
import org.vitrail.pixels.UnsupportedImage;
import org.vitrail.pixels.dicom.data.Tags;
import org.vitrail.pixels.identity.IdentityFinding.Kind;

/** Whole slides in tiles. */
class SlideTest {

    @TempDir
    private Path folder;

    private static DicomMaker level(String flavor, int rows, int columns, int frames) {
        return image(1, 2, 8)
                .text(Tags.SOP_CLASS_UID, "UI", DicomMaker.SLIDE_CLASS)
                .text(Tags.MODALITY, "CS", "SM")
                .text(Tags.IMAGE_TYPE, "CS", "ORIGINAL\\PRIMARY\\" + flavor + "\\NONE")
                .ul(Tags.TOTAL_COLUMNS, columns)
                .ul(Tags.TOTAL_ROWS, rows)
                .text(Tags.NUMBER_OF_FRAMES, "IS", "" + frames);
    }

    private static DicomMaker tile(int column, int row) {
        return empty().sequence(
                        Tags.PLANE_POSITION_SLIDE_SEQUENCE,
                        empty().sl(Tags.COLUMN_POSITION, column).sl(Tags.ROW_POSITION, row));
    }

    private static DicomMaker tile(int column, int row, String path) {
        return tile(column, row)
                .sequence(
                        Tags.OPTICAL_PATH_IDENTIFICATION_SEQUENCE,
                        empty().text(Tags.OPTICAL_PATH_IDENTIFIER, "SH", path));
    }

    @Test
    void fullTilesAreLaidInReadingOrderAndCutAtTheEdge() throws IOException {
        Path file = level("VOLUME", 2, 3, 4)
                .text(Tags.DIMENSION_ORGANIZATION_TYPE, "CS", "TILED_FULL")
                .pixels(1, 2, 3, 0, 4, 5, 6, 0)
                .write(folder, "full");

        try (Fileset fileset = Reading.open(file)) {
            PixelSource image = fileset.images().get(0);
            assertThat(image.shape()).hasToString("1x1x1x2x3");
            assertThat(Reading.plane(image, 0, 0, 0)).containsExactly(1, 2, 3, 4, 5, 6);
        }
    }

    @Test
    void sparseTilesLieWhereTheySayAndTheRestIsZero() throws IOException {
        Path file = level("VOLUME", 2, 4, 2)
                .sequence(Tags.PER_FRAME_FUNCTIONAL_GROUPS, tile(3, 2), tile(1, 1))
                .pixels(7, 8, 1, 2)
                .write(folder, "sparse");

        try (Fileset fileset = Reading.open(file)) {
            assertThat(Reading.plane(fileset.images().get(0), 0, 0, 0)).containsExactly(1, 2, 0, 0, 0, 0, 7, 8);
        }
    }

    @Test
    void opticalPathsAreChannelsInTheOrderOfTheirSequence() throws IOException {
        Path file = level("VOLUME", 1, 2, 2)
                .sequence(
                        Tags.OPTICAL_PATH_SEQUENCE,
                        empty().text(Tags.OPTICAL_PATH_IDENTIFIER, "SH", "DAPI"),
                        empty().text(Tags.OPTICAL_PATH_IDENTIFIER, "SH", "A"))
                .sequence(Tags.PER_FRAME_FUNCTIONAL_GROUPS, tile(1, 1, "A"), tile(1, 1, "DAPI"))
                .pixels(1, 2, 3, 4)
                .write(folder, "paths");

        try (Fileset fileset = Reading.open(file)) {
            PixelSource image = fileset.images().get(0);
            assertThat(image.shape()).hasToString("1x2x1x1x2");
            assertThat(Reading.plane(image, 0, 0, 0)).containsExactly(3, 4);
            assertThat(Reading.plane(image, 0, 1, 0)).containsExactly(1, 2);
        }
    }

    @Test
    void theLargestLevelIsTheImageAndLabelsAreFindings() throws IOException {
        Path small = level("VOLUME", 1, 2, 1).pixels(1, 2).write(folder, "small");
        Path large = level("VOLUME", 1, 4, 2).pixels(1, 2, 3, 4).write(folder, "large");
        Path label = level("LABEL", 1, 6, 3).pixels(0, 0, 0, 0, 0, 0).write(folder, "label");
        Path overview = level("OVERVIEW", 1, 6, 3).pixels(0, 0, 0, 0, 0, 0).write(folder, "overview");

        try (Fileset fileset = Reading.open(small, large, label, overview)) {
            assertThat(fileset.images()).hasSize(1);
            assertThat(Reading.plane(fileset.images().get(0), 0, 0, 0)).containsExactly(1, 2, 3, 4);
            assertThat(fileset.findings())
                    .anyMatch(found ->
                            found.kind() == Kind.LABEL_IMAGE && found.file().equals("label"))
                    .anyMatch(found ->
                            found.kind() == Kind.OVERVIEW_IMAGE && found.file().equals("overview"));
        }
        assertThatThrownBy(() -> Reading.open(label))
                .isInstanceOf(UnsupportedImage.class)
                .hasMessageContaining("shows only the label");
        assertThat(ImageReaders.writeWithoutIdentity(label, folder.resolve("copy")))
                .isFalse();
        assertThat(folder.resolve("copy")).doesNotExist();
    }

    @Test
    void tilesOffTheGridAndTilesThatDoNotFitAreSaid() throws IOException {
        Path off = level("VOLUME", 2, 4, 1)
                .sequence(Tags.PER_FRAME_FUNCTIONAL_GROUPS, tile(2, 1))
                .pixels(7, 8)
                .write(folder, "off");
        Path few = level("VOLUME", 9, 4, 1).pixels(7, 8).write(folder, "few");
        Path absurd = level("VOLUME", -1, -1, 1)
                .sequence(Tags.PER_FRAME_FUNCTIONAL_GROUPS, tile(1, 1))
                .pixels(7, 8)
                .write(folder, "absurd");

        assertThatThrownBy(() -> Reading.open(off))
                .isInstanceOf(UnsupportedImage.class)
                .hasMessageContaining("column 2, row 1");
        assertThatThrownBy(() -> Reading.open(few))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining("do not make its 1 frames");
        assertThatThrownBy(() -> Reading.open(absurd))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining("absurd claims");
    }
}
