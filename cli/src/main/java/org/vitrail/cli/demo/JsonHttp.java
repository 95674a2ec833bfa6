package org.vitrail.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** HTTP as the demo speaks it: JSON both ways, problem details become exceptions. Safe for several threads. */
public final class JsonHttp {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final String language;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /** Speaks English. */
    public JsonHttp() {
        this("en");
    }

    /** @param language in which the other side shall answer people, as a tag */
    public JsonHttp(String language) {
        this.language = language;
    }

    /** Nothing but the status, never an exception for it. */
    public int status(URI address) {
        return send(
                        HttpRequest.newBuilder(address)
                                .header("Accept", "text/html,*/*")
                                .GET(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    /** The body of a resource that must be there. */
    public byte[] bytes(URI address) {
        HttpResponse<byte[]> response = send(HttpRequest.newBuilder(address).GET(), BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new DemoFailed(address + " answered " + response.statusCode() + ", expected 200");
        }
        return response.body();
    }

    public JsonNode get(URI address, String token) {
        return json("GET", address, token, null);
    }

    public JsonNode post(URI address, String token, JsonNode body) {
        return json("POST", address, token, body);
    }

    /** A form, as token requests need it. */
    public JsonNode postForm(URI address, String form) {
        return answer(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** Puts a new state in place of the one with that ETag. */
    JsonNode replace(URI address, String token, String ifMatch, JsonNode body) {
        return answer(HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .header("If-Match", ifMatch)
                .PUT(BodyPublishers.ofString(body.toString())));
    }

    /** Bytes to a presigned address. */
    public void put(URI address, BodyPublisher body) {
        HttpResponse<String> response = send(HttpRequest.newBuilder(address).PUT(body), BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new DemoFailed("The store answered " + response.statusCode() + " to an upload: " + response.body());
        }
    }

    public JsonNode json(String method, URI address, String token, JsonNode body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return answer(request);
    }

    private JsonNode answer(HttpRequest.Builder request) {
        HttpResponse<String> response = send(request.header("Accept-Language", language), BodyHandlers.ofString());
        int status = response.statusCode();
        if (status == 400 || status == 409 || status == 413 || status == 415 || status == 422) {
            throw new NodeRefused(Problem.text(parsed(response)));
        }
        if (status / 100 != 2) {
            throw new DemoFailed(response.request().method() + " " + response.uri() + " answered " + status + ": "
                    + response.body());
        }
        return response.body().isBlank() ? JSON.createObjectNode() : parsed(response);
    }

    private static JsonNode parsed(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException notJson) {
            throw new DemoFailed(response.uri() + " answered " + response.statusCode() + " without JSON", notJson);
        }
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        HttpRequest built = request.timeout(LIMIT).build();
        try {
            return client.send(built, handler);
        } catch (IOException failed) {
            throw new DemoFailed(built.method() + " " + built.uri() + " was not answered: " + failed, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("The demo was interrupted", stopped);
        }
    }
}
