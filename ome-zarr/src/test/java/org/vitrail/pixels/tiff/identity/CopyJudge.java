package org.vitrail.pixels.tiff.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vitrail.omezarr.PixelDigest;
import org.vitrail.pixels.Fileset;
import org.vitrail.pixels.ImageReaders;
import org.vitrail.pixels.identity.IdentityFinding;

/** Asks of a copy without identity what every one must be. */
final class CopyJudge {

    private static final List<Charset> CODINGS = List.of(
            StandardCharsets.ISO_8859_1,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            Charset.forName("UTF-32LE"),
            Charset.forName("UTF-32BE"));

    private CopyJudge() {}

    static List<IdentityFinding> findings(Path file) throws IOException {
        try (Fileset fileset = ImageReaders.openAll(List.of(file), null)) {
            return fileset.findings();
        }
    }

    /**
     * The copy has the same length and pixels, opens alike, reveals nothing, and the secret stands nowhere in it.
     *
     * @return the copy
     */
    static Path assertTakenOut(Path file, String secret) throws IOException {
        Path copy = file.resolveSibling("copy-" + file.getFileName());
        assertThat(ImageReaders.writeWithoutIdentity(file, copy)).isTrue();
        byte[] bytes = Files.readAllBytes(copy);
        assertThat(bytes).hasSameSizeAs(Files.readAllBytes(file));
        for (Charset coding : CODINGS) {
            assertThat(holds(bytes, secret.getBytes(coding)))
                    .as("%s in %s", secret, coding)
                    .isFalse();
        }
        try (Fileset before = ImageReaders.openAll(List.of(file), null);
                Fileset after = ImageReaders.openAll(List.of(copy), null)) {
            assertThat(after.findings()).isEmpty();
            assertThat(after.images()).hasSameSizeAs(before.images());
            for (int i = 0; i < before.images().size(); i++) {
                assertThat(PixelDigest.of(after.images().get(i)))
                        .isEqualTo(PixelDigest.of(before.images().get(i)));
                assertThat(after.images().get(i).metadata().axesFromFile())
                        .isEqualTo(before.images().get(i).metadata().axesFromFile());
            }
        }
        return copy;
    }

    static void assertNotKept(Path file) throws IOException {
        Path copy = file.resolveSibling("copy-" + file.getFileName());
        assertThat(ImageReaders.writeWithoutIdentity(file, copy)).isFalse();
        assertThat(copy).doesNotExist();
    }

    static boolean holds(byte[] bytes, byte[] wanted) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.contains(new String(wanted, StandardCharsets.ISO_8859_1));
    }
}
