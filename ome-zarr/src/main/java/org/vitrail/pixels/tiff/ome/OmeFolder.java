package org.vitrail.pixels.tiff.ome;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.vitrail.pixels.UnsupportedImage;

/** A folder that holds an OME-TIFF in several files; files of other kinds and folders in it are left alone. */
public final class OmeFolder {

    private static final int MOST_FILES = 100_000;

    private OmeFolder() {}

    /** True when a companion file or an OME-TIFF lies in it, by name. */
    public static boolean looksLike(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.limit(MOST_FILES)
                    .anyMatch(file -> lower(file).matches(".+\\.(companion\\.ome|ome\\.(tiff?|btf|tf[28]))"));
        } catch (IOException | UncheckedIOException unreadable) {
            return false;
        }
    }

    /** Its TIFF files and companion files, by name. */
    public static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(
                            file -> lower(file).matches("[^.].*\\.(ome|tiff?|btf|tf[28])") && Files.isRegularFile(file))
                    .sorted()
                    .limit(MOST_FILES + 1L)
                    .toList();
            if (found.size() > MOST_FILES) {
                throw new UnsupportedImage("Folder %s holds more than %d image files. Give it in parts."
                        .formatted(folder.getFileName(), MOST_FILES));
            }
            return found;
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static String lower(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }
}
