package org.vitrail.cli.demo.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrail.omezarr.PixelDigest;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.schema.dataset.DatasetDescription;
import org.vitrail.schema.dataset.DescriptionReader;
import org.vitrail.schema.dataset.ImageDescription;

class SyntheticSetsTest {

    @Test
    void everyImageReadsBackWithTheDigestOfItsArray(@TempDir Path folder) throws IOException {
        for (Path file : SyntheticSets.write(folder)) {
            DatasetDescription description = DescriptionReader.readYaml(file);
            assertThat(description.title()).startsWith("Synthetic");
            for (var set : description.imageSets()) {
                for (ImageDescription image : set.images()) {
                    assertThat(digest(file.resolveSibling(image.files().getFirst())))
                            .as(image.name())
                            .isEqualTo(image.digest());
                    for (var label : image.labels()) {
                        assertThat(digest(file.resolveSibling(label.file()))).isEqualTo(label.digest());
                    }
                }
            }
        }
    }

    @Test
    void everyCallWritesTheSameBytes(@TempDir Path first, @TempDir Path second) throws IOException {
        SyntheticSets.write(first);
        SyntheticSets.write(second);

        assertThat(Files.mismatch(first.resolve("stack/stack.ome.tif"), second.resolve("stack/stack.ome.tif")))
                .isEqualTo(-1);
    }

    private static String digest(Path file) throws IOException {
        try (var source = ImageReaders.open(List.of(file), null)) {
            return PixelDigest.of(source);
        }
    }
}
