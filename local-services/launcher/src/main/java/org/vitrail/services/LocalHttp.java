package org.vitrail.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** JSON over HTTP with the engines of this machine. */
final class LocalHttp {

    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /** The body of a GET, whatever its status. */
    JsonNode json(URI address) {
        return body(send(HttpRequest.newBuilder(address).GET()));
    }

    /** The status of a GET. */
    int status(URI address) {
        return send(HttpRequest.newBuilder(address).GET()).statusCode();
    }

    /** A form, as OAuth 2.0 token requests need it. */
    JsonNode postForm(URI address, String form) {
        return body(send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))));
    }

    /** An authorized request with an optional JSON body. */
    HttpResponse<String> authorized(String method, URI address, String token, JsonNode body) {
        return send(HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString())));
    }

    static JsonNode body(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException notJson) {
            throw new EngineFailed(response.uri() + " answered " + response.statusCode() + " and not JSON", notJson);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new EngineFailed("No answer: " + failed.getMessage(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new EngineFailed("The request was interrupted", stopped);
        }
    }
}
