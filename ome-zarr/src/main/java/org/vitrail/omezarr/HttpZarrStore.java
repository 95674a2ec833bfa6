package org.vitrail.omezarr;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** An OME-Zarr behind HTTP, for reading: one GET a call, ranges where a part is wanted (RFC 9110 §14). */
public final class HttpZarrStore implements ZarrStore {

    private static final int LARGEST_OBJECT_BYTES = 512 << 20;
    private static final int MOST_REDIRECTS = 5;

    /** For the whole of an answer, which is 64 MiB at most. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String base;
    private final HttpClient client;
    private final boolean ownsClient;
    /** Null when every host may be asked, and the client follows redirects by itself. */
    private final PublicHosts.Rule rule;

    private final Duration patience;

    /** The image at that address, with or without a slash at its end. */
    public HttpZarrStore(URI root) {
        this(root, client(HttpClient.Redirect.NORMAL), true, null, PATIENCE);
    }

    /** The image at that address, asked for through that client, which stays open. */
    public HttpZarrStore(URI root, HttpClient client) {
        this(root, client, false, null, PATIENCE);
    }

    private HttpZarrStore(URI root, HttpClient client, boolean ownsClient, PublicHosts.Rule rule, Duration patience) {
        String text = root.toString();
        this.base = text.endsWith("/") ? text : text + "/";
        this.client = client;
        this.ownsClient = ownsClient;
        this.rule = rule;
        this.patience = patience;
    }

    private static HttpClient client(HttpClient.Redirect redirects) {
        return HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(redirects)
                .build();
    }

    /**
     * The image at an address that somebody else chose: https or http, on a public host. Where the server sends elsewhere, that must be
     * public too; both are looked up before each request. A server that does this keeps its network closed as well.
     *
     * @throws ZarrStoreFailure, here and at every request, when the host is unknown, or is inside this network
     */
    public static HttpZarrStore ofPublicHost(URI root) {
        return guarded(root, PublicHosts::check);
    }

    /** The image at that address, with other patience for an answer. */
    static HttpZarrStore waiting(URI root, Duration patience) {
        return new HttpZarrStore(root, client(HttpClient.Redirect.NORMAL), true, null, patience);
    }

    static HttpZarrStore guarded(URI root, PublicHosts.Rule rule) {
        rule.check(root);
        return new HttpZarrStore(root, client(HttpClient.Redirect.NEVER), true, rule, PATIENCE);
    }

    @Override
    public void put(String key, byte[] bytes) {
        throw new UnsupportedOperationException(base + " is for reading only");
    }

    @Override
    public Optional<byte[]> find(String key) {
        return get(key, null, LARGEST_OBJECT_BYTES);
    }

    @Override
    public byte[] range(String key, long offset, int length) {
        if (length == 0) {
            return new byte[0];
        }
        return get(key, "bytes=" + offset + "-" + (offset + length - 1), length)
                .orElseThrow(() -> failure(key, "is not there", null));
    }

    @Override
    public Optional<byte[]> suffix(String key, int length) {
        return get(key, "bytes=-" + length, length);
    }

    @Override
    public Optional<byte[]> find(String key, int mostBytes) {
        return get(key, null, mostBytes);
    }

    @Override
    public Optional<byte[]> findRange(String key, long offset, int length) {
        return length == 0
                ? ZarrStore.super.findRange(key, offset, length)
                : get(key, "bytes=" + offset + "-" + (offset + length - 1), length);
    }

    @Override
    public String toString() {
        return base;
    }

    @Override
    public void close() {
        if (ownsClient) {
            client.shutdownNow();
        }
    }

    private Optional<byte[]> get(String key, String range, int limit) {
        try {
            HttpResponse<InputStream> response = send(URI.create(base + encoded(key)), range, key);
            try (InputStream body = new PatientStream(response.body(), patience)) {
                return switch (response.statusCode()) {
                    case 200 -> range == null ? Optional.of(whole(body, key, limit)) : refuseWhole(key);
                    case 206 -> Optional.of(whole(body, key, limit));
                    case 404, 403 -> Optional.empty();
                    case 416 -> Optional.of(new byte[0]);
                    default -> throw failure(key, "answered with status " + response.statusCode(), null);
                };
            }
        } catch (IOException failed) {
            throw failure(key, "could not be read: " + failed + ". Check the address and the network", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw failure(key, "was not waited for", stopped);
        }
    }

    private HttpResponse<InputStream> send(URI address, String range, String key)
            throws IOException, InterruptedException {
        URI asked = address;
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            if (rule != null) {
                rule.check(asked);
            }
            HttpRequest.Builder request = HttpRequest.newBuilder(asked).timeout(Duration.ofSeconds(60));
            if (range != null) {
                request.header("Range", range);
            }
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            Optional<String> elsewhere = rule == null ? Optional.empty() : elsewhere(response);
            if (elsewhere.isEmpty()) {
                return response;
            }
            response.body().close();
            asked = target(asked, elsewhere.get(), key);
        }
        throw failure(key, "was sent elsewhere more than " + MOST_REDIRECTS + " times", null);
    }

    private static Optional<String> elsewhere(HttpResponse<?> response) {
        return switch (response.statusCode()) {
            case 301, 302, 303, 307, 308 -> response.headers().firstValue("Location");
            default -> Optional.empty();
        };
    }

    private URI target(URI asked, String location, String key) {
        try {
            URI target = asked.resolve(location);
            if ("https".equalsIgnoreCase(asked.getScheme()) && !"https".equalsIgnoreCase(target.getScheme())) {
                throw failure(key, "was sent from https to " + target.getScheme(), null);
            }
            return target;
        } catch (IllegalArgumentException bad) {
            throw failure(key, "was sent to what is no address", bad);
        }
    }

    private Optional<byte[]> refuseWhole(String key) {
        throw failure(key, "was sent whole although a range was asked for; the server must support ranges", null);
    }

    private byte[] whole(InputStream body, String key, int limit) throws IOException {
        byte[] bytes = body.readNBytes(limit);
        if (body.read() >= 0) {
            throw failure(key, "is longer than the " + limit + " bytes that were asked for", null);
        }
        return bytes;
    }

    private static String encoded(String key) {
        try {
            return new URI(null, null, "/" + ZarrKeys.checked(key), null)
                    .getRawPath()
                    .substring(1);
        } catch (java.net.URISyntaxException impossible) {
            throw new IllegalStateException("A checked key always makes a path", impossible);
        }
    }

    private ZarrStoreFailure failure(String key, String what, Exception cause) {
        return new ZarrStoreFailure(base + key + " " + what, cause);
    }
}
