package org.vitrail.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * What every engine needs to know to start.
 *
 * @param dataFolder kept between starts; a folder for each engine, {@code logs/} and the secrets are in it
 */
record Place(ProjectHome home, Path dataFolder, Ports ports, Secrets secrets) {

    static Place in(Path dataFolder, Ports ports) {
        try {
            Path folder = dataFolder.toAbsolutePath().normalize();
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            return new Place(ProjectHome.find(), folder, ports, new Secrets(folder));
        } catch (IOException failed) {
            throw new UncheckedIOException("The data folder " + dataFolder + " cannot be used", failed);
        }
    }

    /** The engine's own data folder, made when it is not there. */
    Path folder(Engine engine) {
        try {
            return Files.createDirectories(dataFolder.resolve(engine.key()));
        } catch (IOException failed) {
            throw new UncheckedIOException("No folder for " + engine.title() + " in " + dataFolder, failed);
        }
    }

    Path log(Engine engine) {
        return dataFolder.resolve("logs").resolve(engine.key() + ".log");
    }

    /** The engine's own class path: its classes and what Maven put beside them. */
    String classPath(Engine engine) {
        return home.engine(engine, "classes") + ":" + home.engine(engine, "lib") + "/*";
    }
}
