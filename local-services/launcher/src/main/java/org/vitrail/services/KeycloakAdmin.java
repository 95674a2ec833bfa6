package org.vitrail.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The few calls of Keycloak's admin REST interface that set up a realm. */
final class KeycloakAdmin {

    private final URI address;
    private final String user;
    private final String password;
    private final LocalHttp http = new LocalHttp();

    KeycloakAdmin(URI address, String user, String password) {
        this.address = address;
        this.user = user;
        this.password = password;
    }

    boolean hasRealm(String realm) {
        return call("GET", "/admin/realms/" + realm, null).statusCode() == 200;
    }

    void createRealm(JsonNode realm) {
        expectSuccess(call("POST", "/admin/realms", realm));
    }

    /** Replaces the addresses that a client may send a user back to after logging in or out. */
    void setRedirects(String realm, String clientId, List<String> addresses) {
        String clients = "/admin/realms/" + realm + "/clients";
        JsonNode found = LocalHttp.body(call("GET", clients + "?clientId=" + clientId, null));
        if (found.isEmpty()) {
            throw new EngineFailed("The realm " + realm + " has no client " + clientId);
        }
        ObjectNode client = (ObjectNode) found.get(0);
        client.set("redirectUris", LocalHttp.JSON.valueToTree(addresses));
        expectSuccess(call("PUT", clients + "/" + client.path("id").asText(), client));
    }

    private HttpResponse<String> call(String method, String path, JsonNode body) {
        return http.authorized(method, address.resolve(path), token(), body);
    }

    private String token() {
        URI endpoint = address.resolve("/realms/master/protocol/openid-connect/token");
        JsonNode answer = http.postForm(
                endpoint,
                "grant_type=password&client_id=admin-cli&username=" + user + "&password="
                        + URLEncoder.encode(password, StandardCharsets.UTF_8));
        if (!answer.has("access_token")) {
            throw new EngineFailed("Keycloak did not accept its administrator ("
                    + answer.path("error_description").asText(answer.toString())
                    + "): the secrets file does not belong to this database");
        }
        return answer.get("access_token").asText();
    }

    private static void expectSuccess(HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw new EngineFailed("Keycloak answered " + response.statusCode() + " to "
                    + response.request().method() + " " + response.uri().getPath() + ": " + response.body());
        }
    }
}
