package org.vitrail.schema;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the folder {@code shared} beside the project, with samples and official schemas. */
public final class SharedFiles {
    private SharedFiles() {}

    /** A path in it; the test is skipped, with a message, where it is absent. */
    public static Path path(String relative) {
        String configured = System.getProperty("VITRAIL_SHARED", System.getenv("VITRAIL_SHARED"));
        if (configured != null && Files.exists(Path.of(configured, relative))) {
            return Path.of(configured, relative);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path found = folder.resolve("shared").resolve(relative);
            if (Files.exists(found)) {
                return found;
            }
        }
        return abort("skipped: shared/" + relative + " is not there (set VITRAIL_SHARED)");
    }
}
