package org.vitrail.services;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * The engines of this machine, started side by side and stopped together.
 *
 * <p>An engine is returned when it is ready, not when its port opens. None outlives this process, however it ends. Closing
 * stops Keycloak before the PostgreSQL that it uses. Safe for several threads.
 */
public final class LocalServices implements AutoCloseable {

    private final Place place;
    private final DataFolderLock lock;
    private final StartListener listener;
    private final Map<Engine, CompletableFuture<RunningEngine>> engines = new EnumMap<>(Engine.class);
    private final Map<Engine, Duration> startTimes = new EnumMap<>(Engine.class);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    LocalServices(Path dataFolder, Ports ports, StartListener listener) {
        this.place = Place.in(dataFolder, ports);
        this.lock = DataFolderLock.take(place.dataFolder());
        this.listener = listener;
    }

    /**
     * Starts engines at the same time and waits until each is ready.
     *
     * @param engines Keycloak brings PostgreSQL with it
     * @param dataFolder made when it is not there; found again, it brings its data and secrets back
     * @param progress takes a line for each engine that became ready
     * @throws PortTaken before anything is started, when one of the ports is in use
     * @throws EngineFailed when an engine does not become ready; the others are stopped
     */
    public static LocalServices start(Set<Engine> engines, Path dataFolder, Ports ports, Consumer<String> progress) {
        return start(
                engines,
                dataFolder,
                ports,
                (engine, took) -> progress.accept(String.format(
                        Locale.ROOT, "%-14s ready after %5.1f s", engine.title(), took.toMillis() / 1000.0)));
    }

    /** As the other, for a listener that wants engine and time apart. */
    public static LocalServices start(Set<Engine> engines, Path dataFolder, Ports ports, StartListener listener) {
        LocalServices services = new LocalServices(dataFolder, ports, listener);
        try {
            EnumSet.copyOf(engines).forEach(services::begin);
            services.awaitAll();
            return services;
        } catch (LocalServicesException failed) {
            services.close();
            throw failed;
        }
    }

    /** The running PostgreSQL; starts it when it was not asked for before, as do the following. */
    public PostgreSql postgresql() {
        return (PostgreSql) running(Engine.POSTGRESQL);
    }

    /** Where the local S3 is, with its keys. */
    public S3Endpoint s3() {
        return ((S3Proxy) running(Engine.S3)).endpoint();
    }

    /** The base address of Elasticsearch. */
    public URI elasticsearch() {
        return ((Elasticsearch) running(Engine.ELASTICSEARCH)).address();
    }

    /** The realm of the demo. */
    public KeycloakRealm keycloak() {
        return ((Keycloak) running(Engine.KEYCLOAK)).realm();
    }

    /** Lets users come back from the log-in page to a node on another port than that of {@link Ports}. */
    public void registerNode(String node, int port) {
        ((Keycloak) running(Engine.KEYCLOAK)).demoRealm().registerNode(node, port);
    }

    /** How long each engine took from its start until it was ready. */
    public Map<Engine, Duration> startTimes() {
        synchronized (startTimes) {
            return new EnumMap<>(startTimes);
        }
    }

    /** The version that each running engine tells. */
    public Map<Engine, String> versions() {
        Map<Engine, String> versions = new EnumMap<>(Engine.class);
        snapshot()
                .forEach(
                        (engine, running) -> versions.put(engine, running.join().version()));
        return versions;
    }

    /** The process of each running engine. */
    public List<ChildProcess> processes() {
        return snapshot().values().stream()
                .map(running -> running.join().process())
                .toList();
    }

    /** Kills an engine as {@code kill -9} does; {@link #restart} brings it back with its data. */
    public void kill(Engine engine) {
        running(engine).process().kill();
    }

    /** Starts an engine again at its address and waits until it is ready. */
    public void restart(Engine engine) {
        stop(engine);
        synchronized (this) {
            engines.remove(engine);
        }
        running(engine);
    }

    @Override
    public void close() {
        List<Engine> order = new ArrayList<>(snapshot().keySet());
        order.reversed().forEach(this::stop);
        threads.close();
        lock.close();
    }

    private synchronized CompletableFuture<RunningEngine> begin(Engine engine) {
        CompletableFuture<RunningEngine> known = engines.get(engine);
        if (known != null) {
            return known;
        }
        CompletableFuture<RunningEngine> database =
                engine == Engine.KEYCLOAK ? begin(Engine.POSTGRESQL) : CompletableFuture.completedFuture(null);
        CompletableFuture<RunningEngine> starting =
                database.thenApplyAsync(postgresql -> startOne(engine, (PostgreSql) postgresql), threads);
        engines.put(engine, starting);
        return starting;
    }

    private RunningEngine startOne(Engine engine, PostgreSql postgresql) {
        long begun = System.nanoTime();
        RunningEngine running = switch (engine) {
            case POSTGRESQL -> PostgreSql.start(place);
            case S3 -> S3Proxy.start(place);
            case ELASTICSEARCH -> Elasticsearch.start(place);
            case KEYCLOAK -> Keycloak.start(place, postgresql);
        };
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        synchronized (startTimes) {
            startTimes.put(engine, took);
        }
        listener.ready(engine, took);
        return running;
    }

    private void awaitAll() {
        snapshot().values().forEach(LocalServices::await);
    }

    private RunningEngine running(Engine engine) {
        return await(begin(engine));
    }

    private void stop(Engine engine) {
        snapshot()
                .get(engine)
                .exceptionally(failed -> null)
                .thenAccept(running -> {
                    if (running != null) {
                        running.process().close();
                    }
                })
                .join();
    }

    private synchronized Map<Engine, CompletableFuture<RunningEngine>> snapshot() {
        return new EnumMap<>(engines);
    }

    private static RunningEngine await(CompletableFuture<RunningEngine> starting) {
        try {
            return starting.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof LocalServicesException ours
                    ? ours
                    : new EngineFailed("An engine could not be started: " + failed.getCause(), failed.getCause());
        }
    }
}
