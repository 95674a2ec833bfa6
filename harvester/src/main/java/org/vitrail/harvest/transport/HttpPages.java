package org.vitrail.harvest.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Asks a repository over HTTP/1.1 and follows its redirects, each checked by the address policy. One object a run, to be
 * closed.
 */
public final class HttpPages implements AutoCloseable {

    private static final int MOST_REDIRECTS = 5;

    private final URI base;
    private final String userAgent;
    private final Duration answerTime;
    private final Duration pageTime;
    private final AddressGuard guard;
    private final HttpClient client;
    private final ScheduledExecutorService watchman = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("harvest-watch").factory());

    /** @param patience how long to wait for what */
    public HttpPages(URI base, AddressPolicy policy, String userAgent, Patience patience) {
        this.base = base;
        this.userAgent = userAgent;
        this.answerTime = patience.answer();
        this.pageTime = patience.page();
        this.guard = new AddressGuard(policy, base);
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience.connect())
                .build();
    }

    /**
     * @param connect until the connection stands
     * @param answer until the answer begins, and between two pieces of it
     * @param page spent waiting for one page's bytes
     */
    public record Patience(Duration connect, Duration answer, Duration page) {}

    /**
     * Asks the base URL with a query, of which all values are encoded already.
     *
     * @throws ForbiddenAddress when the base or a redirect may not be asked
     * @throws IOException when the network or the server failed; worth another try
     * @throws InterruptedException when the run is to stop
     */
    public Answer get(String query) throws IOException, InterruptedException {
        URI url = URI.create(base + (base.getRawQuery() == null ? "?" : "&") + query);
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            guard.check(url);
            Answer answer = ask(url);
            if (!redirects(answer)) {
                return answer;
            }
            String location = answer.location().orElseThrow();
            answer.close();
            url = target(url, location, query);
        }
        throw new IOException("the server redirects more than " + MOST_REDIRECTS + " times");
    }

    private Answer ask(URI url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(answerTime)
                .header("User-Agent", userAgent)
                .header("Accept", "text/xml, application/xml;q=0.9, */*;q=0.1")
                .header("Accept-Encoding", "gzip, identity;q=0.5")
                .build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        InputStream body = new WatchedBody(response.body(), answerTime, pageTime, watchman);
        return new Answer(response.statusCode(), response.headers(), body);
    }

    private static boolean redirects(Answer answer) {
        return switch (answer.status()) {
            case 301, 302, 303, 307, 308 -> answer.location().isPresent();
            default -> false;
        };
    }

    /** Where a redirect leads; some servers forget the query on the way, and without it they answer badVerb. */
    private static URI target(URI from, String location, String query) throws IOException {
        try {
            URI to = from.resolve(location.strip().replace(" ", "%20"));
            return to.getRawQuery() == null && to.getRawFragment() == null ? URI.create(to + "?" + query) : to;
        } catch (IllegalArgumentException e) {
            throw new IOException("the server redirects to what is no URL: " + location, e);
        }
    }

    @Override
    public void close() {
        watchman.shutdownNow();
        client.shutdownNow();
    }
}
