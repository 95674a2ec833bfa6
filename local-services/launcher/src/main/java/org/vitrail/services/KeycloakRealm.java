package org.vitrail.services;

import java.net.URI;
import java.util.Map;

/**
 * The demo's realm.
 *
 * @param issuer what {@code quarkus.oidc.auth-server-url} takes
 * @param clientSecrets by client id, {@code vitrail-nantes} and {@code vitrail-montpellier}
 */
public record KeycloakRealm(URI issuer, Map<String, String> clientSecrets) {

    /** The public client with direct grants; it exists in the demo's realm only. */
    public static final String COMMAND_LINE_CLIENT = "vitrail-cli";

    /** Copies the secrets. */
    public KeycloakRealm {
        clientSecrets = Map.copyOf(clientSecrets);
    }

    /** The secret of the client of a node, by the node's name. */
    public String clientSecret(String node) {
        return clientSecrets.get("vitrail-" + node);
    }

    /** Where tokens are asked for. */
    public URI tokenEndpoint() {
        return URI.create(issuer + "/protocol/openid-connect/token");
    }

    @Override
    public String toString() {
        return issuer.toString();
    }
}
