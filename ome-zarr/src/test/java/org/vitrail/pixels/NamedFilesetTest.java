package org.vitrail.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrail.pixels.identity.IdentityFinding;

class NamedFilesetTest {

    @TempDir
    private Path folder;

    @Test
    void nameOfAnyFormatsFileIsJudged() throws IOException {
        Path file = folder.resolve("Dupont_Jean.png");
        Files.copy(Samples.sample("cell.png"), file);

        try (Fileset fileset = ImageReaders.openAll(List.of(file), null)) {
            assertThat(fileset.images()).hasSize(1);
            assertThat(fileset.findings()).extracting(IdentityFinding::file).containsExactly("Dupont_Jean.png");
        }
    }

    @Test
    void foldersAboveAFileAreNotJudged() throws IOException {
        Path file = Files.createDirectory(folder.resolve("Dupont Jean")).resolve("cell.png");
        Files.copy(Samples.sample("cell.png"), file);

        try (Fileset fileset = ImageReaders.openAll(List.of(file), null)) {
            assertThat(fileset.findings()).isEmpty();
        }
    }

    @Test
    void givenFolderIsJudgedWithTheFilesInItOnce() throws IOException {
        Path series = Files.createDirectory(folder.resolve("Dupont Jean"));
        Files.createFile(series.resolve("Dupont_Jean_2.dcm"));
        Files.createFile(series.resolve("Dupont_Jean_1.dcm"));
        Files.createFile(series.resolve("1.dcm"));

        assertThat(NamedFileset.namesOf(List.of(series)))
                .extracting(finding -> finding.where() + ": " + finding.file())
                .containsExactly("folder name: Dupont Jean", "name of a file in the folder: Dupont_Jean_1.dcm");
    }

    @Test
    void namesThatGoIntoWhatIsPublishedRevealNobody() {
        SourceMetadata metadata = new SourceMetadata(
                "Patient: Jane Roe, section 3",
                "cyx",
                null,
                null,
                null,
                List.of(new Channel("DAPI", "0000FF"), new Channel("scored by Dr. Roe", null)),
                false,
                new WellPosition("plate of operator: Jane Roe", 0, 0, 0));

        assertThat(metadata.name()).isNull();
        assertThat(metadata.channels()).containsExactly(new Channel("DAPI", "0000FF"), new Channel(null, null));
        assertThat(metadata.well().plate()).isNull();
        assertThat(new LabelImage(
                                "cells, operator: Jane Roe",
                                FormulaPixels.of(new PixelShape(1, 1, 1, 1, 1), PixelType.UINT8, (t, c, z, y, x) -> 0))
                        .name())
                .doesNotContain("Roe");
    }
}
