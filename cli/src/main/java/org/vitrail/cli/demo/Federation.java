package org.vitrail.cli.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vitrail.services.ChildProcess;
import org.vitrail.services.Engine;
import org.vitrail.services.KeycloakRealm;
import org.vitrail.services.LocalServices;
import org.vitrail.services.Ports;
import org.vitrail.services.StartListener;

/** Engines, two nodes and the gateway, running on this machine. */
public final class Federation implements AutoCloseable {

    /** The name under which {@link #kill} and {@link #restart} know the gateway; nodes have their own. */
    public static final String GATEWAY = "gateway";

    private final LocalServices services;
    private final Applications applications;
    private final Ports ports;
    private final List<DemoNode> nodes;
    private final Map<String, ChildProcess> running = new LinkedHashMap<>();

    private Federation(LocalServices services, Applications applications, Ports ports) {
        this.services = services;
        this.applications = applications;
        this.ports = ports;
        this.nodes = new ArrayList<>(DemoNode.all(ports));
    }

    /** Starts everything, a step for each engine and application; on failure nothing is left running. */
    public static Federation start(DemoFolder folder, Ports ports, Steps steps) {
        List<DemoNode> nodes = DemoNode.all(ports);
        steps.require("check that the ports are free", () -> {
            Ports.requireFree(ports.gateway(), "the gateway");
            nodes.forEach(node -> Ports.requireFree(node.port(), "the node " + node.name()));
            Ports.requireFree(ports.keycloak(), "Keycloak");
            Ports.requireFree(ports.keycloakManagement(), "Keycloak (management)");
            Ports.requireFree(ports.s3(), "S3");
            Ports.requireFree(ports.elasticsearch(), "Elasticsearch");
            Ports.requireFree(ports.elasticsearchTransport(), "Elasticsearch (transport)");
            Ports.requireFree(ports.postgresql(), "PostgreSQL");
            return true;
        });
        StartListener listener = (engine, took) -> steps.note("start " + key(engine), true, took, "");
        LocalServices services = steps.require(
                "start engines",
                () -> LocalServices.start(EnumSet.allOf(Engine.class), folder.path(), ports, listener));
        Federation federation = new Federation(services, new Applications(services, ports, folder), ports);
        try {
            federation.startApplications(steps);
            return federation;
        } catch (DemoFailed failed) {
            federation.close();
            throw failed;
        }
    }

    private void startApplications(Steps steps) {
        long begun = System.nanoTime();
        for (DemoNode node : nodes) {
            running.put(node.name(), steps.require("launch node " + node.name(), () -> applications.startNode(node)));
        }
        running.put(GATEWAY, steps.require("launch gateway", () -> applications.startGateway(nodes)));
        // one that fails does not keep the others from showing what they can; the failed step decides the outcome
        running.forEach((name, process) -> steps.attempt(
                "start " + process.title().toLowerCase(Locale.ROOT),
                () -> applications.awaitReady(process, port(name))));
        steps.note("applications ready", true, Duration.ofNanos(System.nanoTime() - begun), "");
    }

    private int port(String application) {
        return application.equals(GATEWAY) ? ports.gateway() : node(application).port();
    }

    /** Kills a node or the gateway as {@code kill -9} does; returns when it is gone. */
    public void kill(String application) {
        running.get(application).kill();
    }

    /** Starts a node or the gateway again, with what it kept, and waits until it is ready. */
    public void restart(String application) {
        running.get(application).close();
        ChildProcess process = application.equals(GATEWAY)
                ? applications.startGateway(nodes)
                : applications.startNode(node(application));
        running.put(application, process);
        applications.awaitReady(process, port(application));
    }

    /** Lets a node go on at another address; the gateway hears of it when it is restarted. */
    public void move(String node, int port) {
        DemoNode before = node(node);
        nodes.set(nodes.indexOf(before), new DemoNode(before.name(), before.title(), port));
        services.registerNode(node, port);
        restart(node);
    }

    /** The node of that name, where it is now. */
    public DemoNode node(String name) {
        return nodes.stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No node is called " + name));
    }

    /** The engines, for tests that stop one. */
    public LocalServices services() {
        return services;
    }

    public List<DemoNode> nodes() {
        return List.copyOf(nodes);
    }

    public java.net.URI gateway() {
        return applications.gateway();
    }

    public KeycloakRealm realm() {
        return services.keycloak();
    }

    /** Versions by the names of contracts §6. */
    public Map<String, String> versions() {
        Map<String, String> versions = new LinkedHashMap<>();
        services.versions().forEach((engine, version) -> versions.put(key(engine), version));
        return versions;
    }

    /** Every process that was started, engines first. */
    public List<ChildProcess> processes() {
        List<ChildProcess> all = new ArrayList<>(services.processes());
        all.addAll(applications.processes());
        return all;
    }

    @Override
    public void close() {
        applications.close();
        services.close();
    }

    private static String key(Engine engine) {
        return engine == Engine.S3 ? "s3proxy" : engine.key();
    }
}
