package org.vitrail.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How the unpacked distribution is run without its script {@code bin/kc.sh}, with the options that the script gives. */
final class KeycloakDistribution {

    static final String MAIN = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";

    private static final Pattern VERSION = Pattern.compile("org\\.keycloak\\.keycloak-core-(.+)\\.jar");

    private KeycloakDistribution() {}

    /**
     * The newest distribution in the folder that was optimized when it was packaged.
     *
     * @throws LocalServicesException when there is none
     */
    static Path find(Path folder) {
        try (Stream<Path> distributions = Files.list(folder)) {
            return distributions
                    .filter(distribution -> Files.exists(distribution.resolve("optimized")))
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new LocalServicesException(
                            "Keycloak is unpacked but not optimized in " + folder + ": run ./vitrail build"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("No Keycloak in " + folder, unreadable);
        }
    }

    static List<String> javaOptions(Path distribution) {
        return List.of(
                "-Xms64m",
                "-Xmx320m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Dkc.home.dir=" + distribution,
                "-Djboss.server.config.dir=" + distribution.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000");
    }

    /** The version in the name of its core library. */
    static String version(Path distribution) {
        try (Stream<Path> jars = Files.list(distribution.resolve("lib/lib/main"))) {
            return jars.map(jar -> VERSION.matcher(jar.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(match -> match.group(1))
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException unreadable) {
            throw new UncheckedIOException("No libraries of Keycloak in " + distribution, unreadable);
        }
    }
}
