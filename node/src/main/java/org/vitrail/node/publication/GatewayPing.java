package org.vitrail.node.publication;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Tells the gateway that there is something new. Only a hint: nothing waits for it, and a lost one costs nothing but time. */
@ApplicationScoped
class GatewayPing {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private final Optional<URI> address;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    GatewayPing(GatewayConfig config) {
        this.address = config.pingUrl();
    }

    /** Sends a ping, if a gateway is configured, and returns at once. */
    void send() {
        address.ifPresent(uri -> client.sendAsync(
                        HttpRequest.newBuilder(uri)
                                .timeout(PATIENCE)
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.discarding())
                .whenComplete((response, failure) -> {
                    if (failure != null) {
                        Log.debugf("No answer from the gateway at %s; it harvests by itself later", uri);
                    }
                }));
    }
}
