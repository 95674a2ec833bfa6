package org.vitrail.services;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Access tokens of demo users, looked into without a check of the signature. */
final class Tokens {

    private Tokens() {}

    static JsonNode claims(KeycloakRealm realm, String user, String scope) throws Exception {
        JsonNode answer = new LocalHttp()
                .postForm(
                        realm.tokenEndpoint(),
                        "grant_type=password&client_id=" + KeycloakRealm.COMMAND_LINE_CLIENT + "&username=" + user
                                + "&password=" + user + "&scope="
                                + URLEncoder.encode(scope, StandardCharsets.UTF_8));
        if (!answer.has("access_token")) {
            throw new AssertionError(answer);
        }
        String payload = answer.get("access_token").asText().split("\\.")[1];
        return LocalHttp.JSON.readTree(Base64.getUrlDecoder().decode(payload));
    }
}
