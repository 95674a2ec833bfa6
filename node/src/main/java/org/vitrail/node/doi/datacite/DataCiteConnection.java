package org.vitrail.node.doi.datacite;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends requests to one DataCite account. Redirects are not followed: the password goes to the configured address only.
 * Thread-safe.
 */
final class DataCiteConnection {
    private static final String JSON_API = "application/vnd.api+json";
    private final DataCiteAccount account;
    private final HttpClient http;

    DataCiteConnection(DataCiteAccount account) {
        this.account = account;
        this.http = HttpClient.newBuilder().connectTimeout(account.timeout()).build();
    }

    /** No answer came, so that nobody knows whether the request was carried out; the message is for operators. */
    static final class NoAnswer extends Exception {
        private static final long serialVersionUID = 1L;

        NoAnswer(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * One request.
     *
     * @param path below the API's address, beginning with a slash
     * @param body JSON; empty for none
     * @throws NoAnswer when none came, whole, within the timeout
     */
    Reply send(String method, String path, String body) throws NoAnswer {
        HttpRequest request = HttpRequest.newBuilder(account.address(path))
                .timeout(account.timeout())
                .header("Authorization", account.authorization())
                .header("Accept", JSON_API)
                .header("Content-Type", JSON_API)
                .header("User-Agent", account.agent())
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = await(http.sendAsync(request, BodyHandlers.ofString()));
        return new Reply(
                response.statusCode(), response.body(), response.headers().firstValue("Retry-After"));
    }

    /** The request's own timeout ends with the headers; this one holds for the body, too. */
    private HttpResponse<String> await(CompletableFuture<HttpResponse<String>> sent) throws NoAnswer {
        try {
            return sent.get(account.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw new NoAnswer(
                    "DataCite did not answer within " + account.timeout().toMillis() + " ms", e);
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new NoAnswer("the node is stopping", e);
        } catch (ExecutionException e) {
            String kind = e.getCause() instanceof IOException failure
                    ? failure.getClass().getSimpleName()
                    : String.valueOf(e.getCause());
            throw new NoAnswer("no answer from " + account.api().getAuthority() + " (" + kind + ")", e.getCause());
        }
    }
}
