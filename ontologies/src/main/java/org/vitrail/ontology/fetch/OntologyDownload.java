package org.vitrail.ontology.fetch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Fetches one file into another, following few redirects, each to an address that may be asked. */
public final class OntologyDownload implements AutoCloseable {
    private static final int MOST_REDIRECTS = 5;

    /** @param time for everything: connection, redirects, body */
    public record Limits(long bytes, Duration time) {}

    private final AddressRule rule;
    private final Limits limits;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(20))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public OntologyDownload(AddressRule rule, Limits limits) {
        this.rule = rule;
        this.limits = limits;
    }

    /**
     * Fetches into a file, which holds part of the answer after a failure.
     *
     * @param headers sent to the server of this address only, not to where it redirects
     * @throws FetchFailed when it is forbidden, not found, too large, too slow or cut; no header's value stands in the message
     */
    public void fetch(URI address, Map<String, String> headers, Path file) throws InterruptedException {
        long end = System.nanoTime() + limits.time().toNanos();
        URI at = address;
        for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
            rule.check(at);
            Map<String, String> sent = AddressRule.isSameServer(at, address) ? headers : Map.of();
            HttpResponse<Long> answer = answer(at, sent, file, end - System.nanoTime());
            if (answer.statusCode() == 200) {
                return;
            }
            at = at.resolve(redirect(at, answer));
        }
        throw new FetchFailed(AddressRule.shown(address) + " redirects more than " + MOST_REDIRECTS + " times");
    }

    private HttpResponse<Long> answer(URI at, Map<String, String> headers, Path file, long nanos)
            throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at).header("User-Agent", "Vitrail ontologies");
        headers.forEach(request::header);
        CompletableFuture<HttpResponse<Long>> answer = http.sendAsync(request.build(), into(file));
        try {
            return answer.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException slow) {
            throw new FetchFailed(
                    AddressRule.shown(at) + " took longer than " + limits.time().toSeconds() + " s");
        } catch (ExecutionException failed) {
            throw new FetchFailed(AddressRule.shown(at) + " could not be fetched: " + why(failed.getCause()), failed);
        } finally {
            answer.cancel(true);
        }
    }

    private BodyHandler<Long> into(Path file) {
        return info -> {
            if (info.statusCode() != 200) {
                return BodySubscribers.replacing(0L);
            }
            OptionalLong claimed = info.headers().firstValueAsLong("Content-Length");
            if (claimed.orElse(0) > limits.bytes()) {
                return refused(
                        "it claims " + claimed.getAsLong() + " bytes, more than " + (limits.bytes() >> 20) + " MiB");
            }
            return new FileBody(file, limits.bytes());
        };
    }

    private static BodySubscriber<Long> refused(String why) {
        return BodySubscribers.mapping(new RefusedBody(why), nothing -> 0L);
    }

    private static URI redirect(URI at, HttpResponse<Long> answer) {
        int status = answer.statusCode();
        if (status != 301 && status != 302 && status != 303 && status != 307 && status != 308) {
            String hint = status == 401 || status == 403 ? "; is the key right, and the ontology open to it?" : "";
            throw new FetchFailed(AddressRule.shown(at) + " answered " + status + hint);
        }
        try {
            return answer.headers().firstValue("Location").map(URI::create).orElseThrow();
        } catch (RuntimeException unusable) {
            throw new FetchFailed(AddressRule.shown(at) + " redirects to no address");
        }
    }

    private static String why(Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof FetchFailed ours) {
                return ours.getMessage();
            }
        }
        return cause instanceof IOException && cause.getMessage() != null
                ? cause.getMessage()
                : cause.getClass().getSimpleName();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
