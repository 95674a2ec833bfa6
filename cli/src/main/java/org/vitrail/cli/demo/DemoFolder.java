package org.vitrail.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The folder of all data: the one that was asked for, or a temporary one that goes away at the end. */
public record DemoFolder(Path path, boolean temporary) implements AutoCloseable {

    public static DemoFolder of(Path asked) {
        try {
            return asked == null
                    ? new DemoFolder(Files.createTempDirectory("vitrail-demo-"), true)
                    : new DemoFolder(
                            Files.createDirectories(asked.toAbsolutePath().normalize()), false);
        } catch (IOException failed) {
            throw new UncheckedIOException("No folder for the demo's data", failed);
        }
    }

    /** A folder below, made when it is not there. */
    public Path below(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException("No folder " + name + " in " + path, failed);
        }
    }

    @Override
    public void close() {
        if (!temporary || !Files.exists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException left) {
            System.err.println("The temporary folder " + path + " could not be removed: " + left.getMessage());
        }
    }
}
