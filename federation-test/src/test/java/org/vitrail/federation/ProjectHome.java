package org.vitrail.federation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the project lies, and the shared samples beside it. */
final class ProjectHome {

    private ProjectHome() {}

    /** The nearest folder above the working folder that holds the {@code vitrail} script. */
    static Path path() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isExecutable(folder.resolve("vitrail"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("No folder above the working folder holds the vitrail script");
        }
        return folder;
    }

    /** The samples that tests read in place; empty where they are absent, and the test skips. */
    static Optional<Path> samples() {
        String shared = System.getenv("VITRAIL_SHARED");
        Path folder = shared == null ? path().resolveSibling("shared") : Path.of(shared);
        return Optional.of(folder.resolve("samples")).filter(Files::isDirectory);
    }
}
