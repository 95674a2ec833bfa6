package org.vitrail.ontology.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.vitrail.ontology.OntologyFault;
import org.vitrail.ontology.fetch.AddressRule;

/** Asks one server for JSON. Its redirects are not followed, so that nothing sent to it goes elsewhere. */
final class JsonQuestions implements AutoCloseable {
    private static final int MOST_BYTES = 4 << 20;

    private final String service;
    private final URI base;
    private final Map<String, String> headers;
    private final Duration timeout;
    private final Clock clock;
    private final HttpClient http;

    JsonQuestions(String service, URI base, Map<String, String> headers, Duration timeout, Clock clock) {
        this.service = service;
        this.base = base;
        this.headers = Map.copyOf(headers);
        this.timeout = timeout;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** @throws RemoteFailure when it answers other than 200 and JSON in time; no header stands in its message */
    JsonNode ask(String path, Map<String, String> parameters) throws InterruptedException {
        URI address = address(path, parameters);
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept", "application/json");
        headers.forEach(request::header);
        HttpResponse<byte[]> answer = send(address, request.build());
        if (answer.statusCode() != 200) {
            throw new RemoteFailure(service + " answered " + answer.statusCode(), retryAfter(answer));
        }
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException noJson) {
            throw new RemoteFailure(service + " answered no JSON", noJson);
        }
    }

    private HttpResponse<byte[]> send(URI address, HttpRequest request) throws InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer = null;
        try {
            AddressRule.publicHttpsAnd(base).check(address);
            answer = http.sendAsync(request, info -> new BoundedBytes(MOST_BYTES));
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new RemoteFailure(service + " did not answer within " + timeout.toMillis() + " ms", late);
        } catch (ExecutionException | OntologyFault failed) {
            throw new RemoteFailure(service + " could not be asked", failed);
        } finally {
            if (answer != null) {
                answer.cancel(true);
            }
        }
    }

    private URI address(String path, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return URI.create(base.toString().replaceFirst("/+$", "") + path + "?" + query);
    }

    /** Seconds or a date, never negative; what is neither is passed over. */
    private Optional<Duration> retryAfter(HttpResponse<?> answer) {
        return answer.headers().firstValue("Retry-After").flatMap(value -> {
            try {
                Duration wait = value.strip().matches("\\d{1,9}")
                        ? Duration.ofSeconds(Long.parseLong(value.strip()))
                        : Duration.between(clock.instant(), date(value));
                return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
            } catch (DateTimeException neither) {
                return Optional.empty();
            }
        });
    }

    private static Instant date(String value) {
        return ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
