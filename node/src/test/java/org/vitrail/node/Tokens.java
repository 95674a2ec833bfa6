package org.vitrail.node;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.vitrail.services.TestServices;

/** Bearer tokens of the demo's users. */
public final class Tokens {
    private Tokens() {}

    public static String of(String user, String node) throws Exception {
        String form = "grant_type=password&client_id=vitrail-cli&username=" + user + "&password=" + user
                + "&scope=openid%20" + node;
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(TestServices.keycloak().tokenEndpoint().toString()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String json =
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return new ObjectMapper().readTree(json).get("access_token").textValue();
        }
    }
}
