package org.vitrail.services;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder that the packaged engines and applications are found under.
 *
 * @param folder the one that holds {@code local-services/}
 */
public record ProjectHome(Path folder) {

    private static final String MARK = "local-services";

    /**
     * System property {@code vitrail.home}, else the environment's {@code VITRAIL_HOME}, else the nearest folder at or above
     * the working folder that holds {@code local-services/}.
     *
     * @throws LocalServicesException when none of them does
     */
    public static ProjectHome find() {
        Optional<String> told = Optional.ofNullable(System.getProperty("vitrail.home"))
                .or(() -> Optional.ofNullable(System.getenv("VITRAIL_HOME")))
                .filter(value -> !value.isBlank());
        if (told.isPresent()) {
            return new ProjectHome(Path.of(told.get()).toAbsolutePath().normalize());
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(MARK))) {
                return new ProjectHome(at);
            }
        }
        throw new LocalServicesException("No folder at or above " + Path.of("").toAbsolutePath() + " holds " + MARK
                + "/: set VITRAIL_HOME to the project's folder");
    }

    /**
     * What Maven packaged for an engine.
     *
     * @throws LocalServicesException when it is not there
     */
    Path engine(Engine engine, String part) {
        Path found = folder.resolve(MARK).resolve("engine-" + engine.key()).resolve("target/" + part);
        if (!Files.exists(found)) {
            throw new LocalServicesException(engine.title() + " is not packaged: " + found
                    + " is missing. Run ./vitrail build there, or set VITRAIL_HOME to a built tree");
        }
        return found;
    }

    /** The classes that tie a child JVM to this one, see {@link Tied}. */
    Path launcherClasses() {
        return folder.resolve(MARK).resolve("launcher/target/classes");
    }
}
