package org.vitrail.pixels;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The folder of third-party samples and schemas beside the project; tests that need it are skipped where it is absent. */
public final class Samples {

    private Samples() {}

    /** A sample image. */
    public static Path sample(String name) {
        return shared("samples/" + name);
    }

    /** Any file of the shared folder. */
    public static Path shared(String name) {
        String named = System.getProperty("vitrail.shared", System.getenv("VITRAIL_SHARED"));
        Path found = named != null ? Path.of(named) : null;
        for (Path folder = Path.of("").toAbsolutePath(); found == null && folder != null; folder = folder.getParent()) {
            Path beside = folder.resolve("shared");
            found = Files.isDirectory(beside.resolve("samples")) ? beside : null;
        }
        Assumptions.assumeTrue(
                found != null && Files.exists(found.resolve(name)), "skipped: ../shared/" + name + " is absent");
        return found.resolve(name);
    }
}
