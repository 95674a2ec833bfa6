package org.vitrail.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * One set of engines for all tests of a JVM: each is started when first asked for, on free ports, in a temporary folder that
 * is removed with the engines when the JVM ends. Safe for several threads.
 */
public final class TestServices {

    private static LocalServices services;

    private TestServices() {}

    /** Use a database of its own name in each test class. */
    public static PostgreSql postgresql() {
        return shared().postgresql();
    }

    /** Use a bucket of its own name in each test class. */
    public static S3Endpoint s3() {
        return shared().s3();
    }

    /** Use indices of their own names in each test class. */
    public static URI elasticsearch() {
        return shared().elasticsearch();
    }

    /** The demo's realm, its users and clients. */
    public static KeycloakRealm keycloak() {
        return shared().keycloak();
    }

    /** All of them, such as to register the port of a node. */
    public static synchronized LocalServices shared() {
        if (services == null) {
            Path folder = temporaryFolder();
            services = new LocalServices(folder, Ports.free(), (engine, took) -> {});
            LocalServices started = services;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                started.close();
                remove(folder);
            }));
        }
        return services;
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("vitrail-test-services");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException left) {
            System.err.println("Not removed: " + folder + " (" + left.getMessage() + ")");
        }
    }
}
