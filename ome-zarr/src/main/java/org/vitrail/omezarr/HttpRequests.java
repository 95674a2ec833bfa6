package org.vitrail.omezarr;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;

/** Asks a server, and follows where it sends, as far as a rule allows. RFC 9110 §15.4. */
final class HttpRequests {

    private static final int MOST_REDIRECTS = 5;

    /** Until an answer begins. */
    private static final Duration ANSWER_TIME = Duration.ofSeconds(60);

    private static final Duration CONNECT_TIME = Duration.ofSeconds(10);

    private final HttpClient client;
    /** Null when every host may be asked, and the client follows redirects by itself. */
    private final PublicHosts.Rule rule;

    HttpRequests(HttpClient client, PublicHosts.Rule rule) {
        this.client = client;
        this.rule = rule;
    }

    static HttpClient client(HttpClient.Redirect redirects) {
        return HttpClient.newBuilder()
                .connectTimeout(CONNECT_TIME)
                .followRedirects(redirects)
                .build();
    }

    /**
     * The answer to a GET, whose body the caller closes.
     *
     * @param range value of the header, or null for the whole object
     * @throws ZarrStoreFailure when the server sends elsewhere too often, or to where it may not be followed
     */
    HttpResponse<InputStream> get(URI address, String range) throws IOException, InterruptedException {
        URI asked = address;
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            if (rule != null) {
                rule.check(asked);
            }
            HttpRequest.Builder request = HttpRequest.newBuilder(asked).timeout(ANSWER_TIME);
            if (range != null) {
                request.header("Range", range);
            }
            HttpResponse<InputStream> response = send(request.build());
            Optional<String> elsewhere = rule == null ? Optional.empty() : elsewhere(response);
            if (elsewhere.isEmpty()) {
                return response;
            }
            response.body().close();
            asked = target(asked, elsewhere.get(), address);
        }
        throw new ZarrStoreFailure(address + " was sent elsewhere more than " + MOST_REDIRECTS + " times");
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (HttpConnectTimeoutException late) {
            throw new IOException("no connection within " + CONNECT_TIME.toSeconds() + " s", late);
        } catch (HttpTimeoutException late) {
            throw new IOException("no answer within " + ANSWER_TIME.toSeconds() + " s", late);
        }
    }

    private static Optional<String> elsewhere(HttpResponse<?> response) {
        return switch (response.statusCode()) {
            case 301, 302, 303, 307, 308 -> response.headers().firstValue("Location");
            default -> Optional.empty();
        };
    }

    private static URI target(URI asked, String location, URI address) {
        try {
            URI target = asked.resolve(location);
            if ("https".equalsIgnoreCase(asked.getScheme()) && !"https".equalsIgnoreCase(target.getScheme())) {
                throw new ZarrStoreFailure(address + " was sent from https to " + target.getScheme());
            }
            return target;
        } catch (IllegalArgumentException bad) {
            throw new ZarrStoreFailure(address + " was sent to what is no address", bad);
        }
    }
}
