package org.vitrail.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrail.schema.dataset.ImageDescription;

class SampleSetTest {

    private static final String YAML = """
            title: Two images
            imageSets:
              - name: both
                images:
                  - files: [../../a.tif]
                    labels: [{file: ../../labels/a.tif, name: cells}]
                  - files: [../../a.tif]
            """;

    @TempDir
    private Path folder;

    @Test
    void anImageWithoutFilesIsRefusedAtOnceSinceNothingWouldEverBeConverted() throws Exception {
        Path yaml = set();
        Files.writeString(yaml, "title: No file\nimageSets:\n  - name: one\n    images:\n      - files: []\n");
        assertThatThrownBy(() -> SampleSet.read(yaml))
                .isInstanceOf(NodeRefused.class)
                .hasMessageContaining("names no file");
    }

    @Test
    void filesOutsideTheFolderGetPlainNamesAndOfOneNameFoldersOfTheirOwn() throws Exception {
        Path yaml = set();
        Files.writeString(folder.resolve("a.tif"), "pixels");
        Files.createDirectories(folder.resolve("labels"));
        Files.writeString(folder.resolve("labels/a.tif"), "labels");
        SampleSet set = SampleSet.read(yaml);
        ImageDescription first = set.image(0, 0);
        assertThat(first.files()).containsExactly("a.tif");
        assertThat(first.labels().getFirst().file()).isEqualTo("2/a.tif");
        assertThat(set.image(0, 1).files()).containsExactly("a.tif");
        assertThat(set.files())
                .containsEntry("a.tif", folder.resolve("a.tif"))
                .containsEntry("2/a.tif", folder.resolve("labels/a.tif"))
                .hasSize(2);
    }

    @Test
    void aMissingFileIsAReasonToRefuseTheSet() throws Exception {
        Path yaml = set();
        assertThatThrownBy(() -> SampleSet.read(yaml))
                .isInstanceOf(NodeRefused.class)
                .hasMessageContaining("../../a.tif");
    }

    private Path set() throws Exception {
        Path own = Files.createDirectories(folder.resolve("sets/one"));
        return Files.writeString(own.resolve("dataset.yaml"), YAML);
    }
}
