package org.vitrail.cli.demo;

import java.net.URI;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.vitrail.services.ChildProcess;
import org.vitrail.services.Database;
import org.vitrail.services.Engine;
import org.vitrail.services.LocalServices;
import org.vitrail.services.Ports;

/** A node alone with the engines that it needs, in a temporary folder that goes away with it, for measurements. */
public final class LoneNode implements AutoCloseable {

    private final DemoFolder folder;
    private final LocalServices services;
    private final Applications applications;
    private final DemoNode node;
    private final Supplier<ChildProcess> starting;
    private ChildProcess process;
    private boolean closed;

    private LoneNode(
            DemoFolder folder,
            LocalServices services,
            Applications applications,
            DemoNode node,
            Supplier<ChildProcess> starting) {
        this.folder = folder;
        this.services = services;
        this.applications = applications;
        this.node = node;
        this.starting = starting;
        this.process = starting.get();
    }

    /**
     * Starts everything on free ports and waits until the node is ready.
     *
     * @param heap of the node, as the JVM takes it, 512m
     * @param settings beside the demo's
     * @param progress takes a line for each engine that became ready
     */
    public static LoneNode start(String heap, Map<String, String> settings, Consumer<String> progress) {
        DemoFolder folder = DemoFolder.of(null);
        Ports ports = Ports.free();
        LocalServices services = LocalServices.start(
                EnumSet.of(Engine.POSTGRESQL, Engine.S3, Engine.KEYCLOAK), folder.below("engines"), ports, progress);
        Applications applications = new Applications(services, ports, folder);
        DemoNode node = DemoNode.all(ports).getFirst();
        LoneNode lone =
                new LoneNode(folder, services, applications, node, () -> applications.startNode(node, heap, settings));
        Runtime.getRuntime().addShutdownHook(new Thread(lone::close, "vitrail-stop"));
        applications.awaitReady(lone.process, node.port());
        return lone;
    }

    /** Its public address, without a slash at the end. */
    public URI base() {
        return node.base();
    }

    /** What it keeps its data in. */
    public Database database() {
        return services.postgresql().database(node.name());
    }

    /** Kills the node as {@code kill -9} does, starts it again and waits until it is ready. */
    public synchronized void killAndRestart() {
        process.kill();
        process = starting.get();
        applications.awaitReady(process, node.port());
    }

    /** The node's own process. */
    public synchronized ChildProcess process() {
        return process;
    }

    /** Stops everything and removes the folder. Idempotent, and safe for several threads. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            applications.close();
            services.close();
            folder.close();
        }
    }
}
