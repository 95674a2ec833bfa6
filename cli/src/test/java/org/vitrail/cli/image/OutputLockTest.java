package org.vitrail.cli.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrail.pixels.UnreadableImage;

class OutputLockTest {

    @TempDir
    private Path folder;

    @Test
    void aSecondConversionIntoTheSameOutputIsRefusedUntilTheFirstEnds() throws IOException {
        Path output = folder.resolve("new/a.ome.zarr");
        try (OutputLock first = OutputLock.take(output)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> OutputLock.take(output))
                    .isInstanceOf(UnreadableImage.class)
                    .hasMessageContaining("Another conversion is writing " + output);
        }
        OutputLock.take(output).close();

        assertThat(folder.resolve("new")).isEmptyDirectory();
    }

    @Test
    void whereNothingCanBeWrittenItIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");

        assertThatThrownBy(() -> OutputLock.take(file.resolve("a.ome.zarr")))
                .isInstanceOf(UnreadableImage.class)
                .hasMessageContaining("Nothing can be written beside");
    }
}
