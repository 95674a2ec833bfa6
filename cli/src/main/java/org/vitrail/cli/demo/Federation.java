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
final class Federation implements AutoCloseable {

    private final LocalServices services;
    private final Applications applications;
    private final List<DemoNode> nodes;

    private Federation(LocalServices services, Applications applications, List<DemoNode> nodes) {
        this.services = services;
        this.applications = applications;
        this.nodes = nodes;
    }

    /** Starts everything, a step for each engine and application; on failure nothing is left running. */
    static Federation start(DemoFolder folder, Ports ports, Steps steps) {
        List<DemoNode> nodes = DemoNode.all(ports);
        steps.require("check that the ports are free", () -> {
            Ports.requireFree(ports.gateway(), "the gateway");
            nodes.forEach(node -> Ports.requireFree(node.port(), "the node " + node.name()));
            return true;
        });
        StartListener listener = (engine, took) -> steps.note("start " + key(engine), true, took, "");
        LocalServices services = steps.require(
                "start engines",
                () -> LocalServices.start(EnumSet.allOf(Engine.class), folder.path(), ports, listener));
        Federation federation = new Federation(services, new Applications(services, ports, folder), nodes);
        try {
            federation.startApplications(ports, steps);
            return federation;
        } catch (DemoFailed failed) {
            federation.close();
            throw failed;
        }
    }

    private void startApplications(Ports ports, Steps steps) {
        long begun = System.nanoTime();
        Map<Integer, ChildProcess> started = new LinkedHashMap<>();
        for (DemoNode node : nodes) {
            started.put(node.port(), steps.require("launch node " + node.name(), () -> applications.startNode(node)));
        }
        started.put(ports.gateway(), steps.require("launch gateway", () -> applications.startGateway(nodes)));
        // one that fails does not keep the others from showing what they can; the failed step decides the outcome
        started.forEach((port, process) -> steps.attempt(
                "start " + process.title().toLowerCase(Locale.ROOT), () -> applications.awaitReady(process, port)));
        steps.note("applications ready", true, Duration.ofNanos(System.nanoTime() - begun), "");
    }

    List<DemoNode> nodes() {
        return nodes;
    }

    java.net.URI gateway() {
        return applications.gateway();
    }

    KeycloakRealm realm() {
        return services.keycloak();
    }

    /** Versions by the names of contracts §6. */
    Map<String, String> versions() {
        Map<String, String> versions = new LinkedHashMap<>();
        services.versions().forEach((engine, version) -> versions.put(key(engine), version));
        return versions;
    }

    /** Every process that was started, engines first. */
    List<ChildProcess> processes() {
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
