package org.vitrail.services;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The realm {@code vitrail}: a confidential client with roles for each node, demo users, and a client for the command line.
 *
 * <p>A token carries the audience and the roles of a node only when the scope of that node was asked for, so that one node's
 * curator is not a curator elsewhere.
 */
final class DemoRealm {

    private static final String REALM = "vitrail";
    private static final List<String> NODES = List.of("nantes", "montpellier");

    private final KeycloakAdmin admin;
    private final URI address;
    private final Secrets secrets;
    private final Map<String, Integer> nodePorts;

    DemoRealm(KeycloakAdmin admin, URI address, Secrets secrets, Ports ports) {
        this.admin = admin;
        this.address = address;
        this.secrets = secrets;
        this.nodePorts = Map.of("nantes", ports.nantes(), "montpellier", ports.montpellier());
    }

    /** Makes the realm at the first start, and tells it the nodes' present ports at every other. */
    void prepare() {
        if (!admin.hasRealm(REALM)) {
            admin.createRealm(template());
        }
        NODES.forEach(node -> registerNode(node, nodePorts.get(node)));
    }

    /** Lets users come back from the log-in page to a node on this port. */
    void registerNode(String node, int port) {
        admin.setRedirects(
                REALM,
                "vitrail-" + node,
                List.of("http://localhost:" + port + "/*", "http://127.0.0.1:" + port + "/*"));
    }

    KeycloakRealm description() {
        Map<String, String> clients = new LinkedHashMap<>();
        NODES.forEach(node -> clients.put("vitrail-" + node, clientSecret(node)));
        return new KeycloakRealm(address.resolve("/realms/" + REALM), clients);
    }

    private String clientSecret(String node) {
        return secrets.secret("keycloak.client.vitrail-" + node);
    }

    private JsonNode template() {
        try (InputStream in = DemoRealm.class.getResourceAsStream("demo-realm.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String node : NODES) {
                text = text.replace("@secret-" + node + "@", clientSecret(node));
            }
            return LocalHttp.JSON.readTree(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The realm's description demo-realm.json cannot be read", unreadable);
        }
    }
}
