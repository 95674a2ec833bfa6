package org.vitrail.omezarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderZarrStoreTest {

    @TempDir
    private Path folder;

    @Test
    void anObjectHalfWrittenByAKilledProcessIsReplacedAndLeavesNothing() throws IOException {
        Path half = Files.createDirectories(folder.resolve("0/c")).resolve(".0.partial");
        Files.write(half, new byte[100]);
        FolderZarrStore store = new FolderZarrStore(folder);

        store.put("0/c/0", new byte[] {1, 2, 3});

        List<String> keys = new ArrayList<>();
        store.list("", keys::add);
        assertThat(keys).containsExactly("0/c/0");
        assertThat(store.find("0/c/0")).hasValue(new byte[] {1, 2, 3});
    }

    @Test
    void anObjectThatCannotTakeItsPlaceLeavesWhatIsThereAndNothingBeside() throws IOException {
        FolderZarrStore store = new FolderZarrStore(folder);
        Files.createDirectories(folder.resolve("0/c/0/0"));

        assertThatThrownBy(() -> store.put("0/c/0", new byte[] {1}))
                .isInstanceOf(ZarrStoreFailure.class)
                .hasMessageContaining("0/c/0")
                .hasMessageContaining("could not be written");

        assertThat(Files.exists(folder.resolve("0/c/.0.partial"))).isFalse();
        assertThat(Files.isDirectory(folder.resolve("0/c/0/0"))).isTrue();
    }
}
