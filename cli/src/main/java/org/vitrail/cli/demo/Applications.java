package org.vitrail.cli.demo;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vitrail.services.ChildCommand;
import org.vitrail.services.ChildProcess;
import org.vitrail.services.LocalServices;
import org.vitrail.services.Ports;
import org.vitrail.services.S3Endpoint;

/** Starts nodes and gateway as processes that end with this one, configured for the local engines. */
final class Applications implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(180);
    private static final String NODE_HEAP = "320m";
    private static final String GATEWAY_HEAP = "256m";

    private final LocalServices services;
    private final Ports ports;
    private final DemoFolder folder;
    private final JsonHttp http = new JsonHttp();
    private final List<ChildProcess> running = new ArrayList<>();

    Applications(LocalServices services, Ports ports, DemoFolder folder) {
        this.services = services;
        this.ports = ports;
        this.folder = folder;
    }

    URI gateway() {
        return URI.create("http://localhost:" + ports.gateway());
    }

    /** Returns when the process runs; {@link #awaitReady} when it answers. */
    ChildProcess startNode(DemoNode node) {
        return startNode(node, NODE_HEAP, Map.of());
    }

    /**
     * The same with more memory, or other settings.
     *
     * @param heap as the JVM takes it, 512m
     * @param more settings beside the demo's
     */
    ChildProcess startNode(DemoNode node, String heap, Map<String, String> more) {
        S3Endpoint s3 = services.s3();
        ApplicationSettings settings = new ApplicationSettings()
                .listenOn(node.port())
                .database(services.postgresql().database(node.name()))
                .set("vitrail.node.name", node.name())
                .set("vitrail.node.title", node.title())
                .set("vitrail.node.domain", node.domain())
                .set("vitrail.node.base-url", node.base())
                .set("vitrail.node.institution", "Vitrail demonstration, " + node.name())
                .set("vitrail.node.contact", "contact@" + node.domain())
                .set("vitrail.node.mode", "demonstration")
                .set("vitrail.storage.endpoint", s3.endpoint())
                .set("vitrail.storage.region", S3Endpoint.REGION)
                .set("vitrail.storage.bucket", "vitrail-" + node.name())
                .set("vitrail.ingest.scratch", folder.below("scratch/" + node.name()))
                .set("vitrail.sparql.folder", folder.below("sparql/" + node.name()))
                .set("vitrail.gateway.ping-url", gateway().resolve("/api/v1/nodes/" + node.name() + "/ping"))
                .set("quarkus.oidc.auth-server-url", services.keycloak().issuer())
                .set("quarkus.oidc.client-id", "vitrail-" + node.name())
                .secret("VITRAIL_STORAGE_ACCESS_KEY", s3.accessKey())
                .secret("VITRAIL_STORAGE_SECRET_KEY", s3.secretKey())
                .secret("QUARKUS_OIDC_CREDENTIALS_SECRET", services.keycloak().clientSecret(node.name()));
        more.forEach(settings::set);
        return start("Node " + node.name(), "node", settings, heap, node.port());
    }

    /** As {@link #startNode}. */
    ChildProcess startGateway(List<DemoNode> nodes) {
        ApplicationSettings settings = new ApplicationSettings()
                .listenOn(ports.gateway())
                .database(services.postgresql().database("gateway"))
                .set("vitrail.gateway.base-url", gateway())
                .set("quarkus.elasticsearch.hosts", services.elasticsearch().getAuthority());
        for (DemoNode node : nodes) {
            String key = "vitrail.gateway.nodes." + node.name();
            settings.set(key + ".title", node.title())
                    .set(key + ".base-url", node.base())
                    .set(key + ".oai", node.base().resolve("/oai"))
                    .set(key + ".oai-images", node.base().resolve("/oai/images"));
        }
        return start("Gateway", "federation-gateway", settings, GATEWAY_HEAP, ports.gateway());
    }

    /** Waits until a started application says that it is ready. */
    ChildProcess awaitReady(ChildProcess process, int port) {
        URI health = URI.create("http://localhost:" + port + "/q/health/ready");
        return process.awaitReady(() -> http.status(health) == 200, LIMIT);
    }

    List<ChildProcess> processes() {
        return List.copyOf(running);
    }

    @Override
    public void close() {
        running.reversed().parallelStream().forEach(ChildProcess::close);
    }

    private ChildProcess start(String title, String module, ApplicationSettings settings, String heap, int port) {
        Ports.requireFree(port, title);
        String log = title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-') + ".log";
        ChildProcess process = ChildProcess.start(ChildCommand.quarkus(
                title,
                module,
                settings.options(heap),
                settings.environment(),
                folder.below("logs").resolve(log)));
        running.add(process);
        return process;
    }
}
