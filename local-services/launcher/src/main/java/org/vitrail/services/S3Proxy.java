package org.vitrail.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The running S3: S3Proxy over a folder whose files only its owner can read. */
final class S3Proxy implements RunningEngine {

    private static final String MAIN = "org.vitrail.services.s3.S3ProxyMain";
    private static final String ACCESS_KEY = "vitrail";

    private final ChildProcess process;
    private final S3Endpoint endpoint;
    private final Path libraries;

    private S3Proxy(ChildProcess process, S3Endpoint endpoint, Path libraries) {
        this.process = process;
        this.endpoint = endpoint;
        this.libraries = libraries;
    }

    static S3Proxy start(Place place) {
        int port = place.ports().s3();
        Ports.requireFree(port, Engine.S3.title());
        S3Endpoint endpoint = new S3Endpoint(
                URI.create("http://localhost:" + port),
                ACCESS_KEY,
                place.secrets().secret("s3.secretKey"));
        List<String> words = ChildCommand.tiedJava(
                place.home(),
                place.classPath(Engine.S3),
                List.of("-Xms32m", "-Xmx256m", "-XX:+UseSerialGC"),
                List.of(MAIN, place.folder(Engine.S3).toString(), Integer.toString(port)));
        Map<String, String> keys =
                Map.of("VITRAIL_S3_ACCESS_KEY", endpoint.accessKey(), "VITRAIL_S3_SECRET_KEY", endpoint.secretKey());
        ChildCommand command = new ChildCommand(
                        Engine.S3.title(), words, keys, place.folder(Engine.S3), place.log(Engine.S3))
                .withPrivateFiles();
        S3Proxy started =
                new S3Proxy(ChildProcess.start(command), endpoint, place.home().engine(Engine.S3, "lib"));
        SignedRequest request = new SignedRequest(endpoint, Clock.systemUTC());
        return RunningEngine.ready(started, () -> request.status("/") == 200, Duration.ofSeconds(60));
    }

    S3Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public ChildProcess process() {
        return process;
    }

    /** S3Proxy has no request that tells its version: the name of the jar that runs does. */
    @Override
    public String version() {
        try (Stream<Path> jars = Files.list(libraries)) {
            return jars.map(jar -> jar.getFileName().toString())
                    .filter(name -> name.matches("s3proxy-\\d.*\\.jar"))
                    .map(name -> name.substring("s3proxy-".length(), name.length() - ".jar".length()))
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException unreadable) {
            throw new UncheckedIOException("No libraries of S3Proxy in " + libraries, unreadable);
        }
    }
}
