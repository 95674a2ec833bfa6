package org.vitrail.cli.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputIdentityTest {

    @Test
    void anyFileThatChangesComesOrGoesChangesTheIdentity(@TempDir Path folder) throws IOException {
        Path deep = Files.createDirectories(folder.resolve("a/b"));
        Path file = Files.writeString(deep.resolve("c"), "1");
        String first = InputIdentity.of(List.of(folder));
        assertThat(InputIdentity.of(List.of(folder))).isEqualTo(first);

        Files.setLastModifiedTime(file, FileTime.fromMillis(1000));
        String touched = InputIdentity.of(List.of(folder));
        Path other = Files.writeString(folder.resolve("d"), "");
        String more = InputIdentity.of(List.of(folder));
        Files.delete(other);

        assertThat(List.of(first, touched, more)).doesNotHaveDuplicates();
        assertThat(InputIdentity.of(List.of(folder))).isEqualTo(touched);
        assertThat(InputIdentity.of(List.of(file))).isEqualTo(touched);
        Path link = Files.createSymbolicLink(folder.resolveSibling(folder.getFileName() + "-link"), folder);
        assertThat(InputIdentity.of(List.of(link))).isEqualTo(touched);
        Files.delete(link);
    }
}
