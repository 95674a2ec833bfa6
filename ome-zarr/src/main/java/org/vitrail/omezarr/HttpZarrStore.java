package org.vitrail.omezarr;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.vitrail.pixels.FailureWords;

/**
 * An OME-Zarr behind HTTP, for reading: one GET a call, ranges where a part is wanted (RFC 9110 §14). Of a server that gives no ranges
 * modest objects are fetched whole, once; {@link RangesNotServed} names one that is too long.
 */
public final class HttpZarrStore implements ZarrStore {

    private static final int LARGEST_OBJECT_BYTES = 512 << 20;

    /** For the whole of an answer, which is 128 MiB at most. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String base;
    private final HttpClient client;
    private final boolean ownsClient;
    private final HttpRequests requests;
    private final Duration patience;
    private final WholeObjects whole;

    /** The image at that address, with or without a slash at its end. */
    public HttpZarrStore(URI root) {
        this(root, HttpRequests.client(HttpClient.Redirect.NORMAL), true, null, PATIENCE, WholeObjects.LONGEST_BYTES);
    }

    /** The image at that address, asked for through that client, which stays open. */
    public HttpZarrStore(URI root, HttpClient client) {
        this(root, client, false, null, PATIENCE, WholeObjects.LONGEST_BYTES);
    }

    private HttpZarrStore(
            URI root,
            HttpClient client,
            boolean ownsClient,
            PublicHosts.Rule rule,
            Duration patience,
            int longestWhole) {
        String text = root.toString();
        this.base = text.endsWith("/") ? text : text + "/";
        this.client = client;
        this.ownsClient = ownsClient;
        this.requests = new HttpRequests(client, rule);
        this.patience = patience;
        this.whole = new WholeObjects(longestWhole);
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

    /** The image at that address, with other patience for an answer, and other bounds for objects that are sent whole. */
    static HttpZarrStore bounded(URI root, Duration patience, int longestWhole) {
        return new HttpZarrStore(
                root, HttpRequests.client(HttpClient.Redirect.NORMAL), true, null, patience, longestWhole);
    }

    static HttpZarrStore guarded(URI root, PublicHosts.Rule rule) {
        rule.check(root);
        return new HttpZarrStore(
                root, HttpRequests.client(HttpClient.Redirect.NEVER), true, rule, PATIENCE, WholeObjects.LONGEST_BYTES);
    }

    @Override
    public void put(String key, byte[] bytes) {
        throw new UnsupportedOperationException(base + " is for reading only");
    }

    @Override
    public Optional<byte[]> find(String key) {
        return find(key, LARGEST_OBJECT_BYTES);
    }

    @Override
    public Optional<byte[]> find(String key, int mostBytes) {
        return answered(key, () -> fetch(key, null, response -> bytes(response, key, mostBytes)));
    }

    @Override
    public byte[] range(String key, long offset, int length) {
        return length == 0
                ? new byte[0]
                : part(key, new ByteRange(offset, length)).orElseThrow(() -> failure(key, "is not there", null));
    }

    @Override
    public Optional<byte[]> suffix(String key, int length) {
        return part(key, ByteRange.last(length));
    }

    @Override
    public Optional<byte[]> findRange(String key, long offset, int length) {
        return length == 0 ? ZarrStore.super.findRange(key, offset, length) : part(key, new ByteRange(offset, length));
    }

    /** Part of an object; cut out of the whole one where the server sends it whole. */
    private Optional<byte[]> part(String key, ByteRange range) {
        return answered(key, () -> {
            Optional<byte[]> part = whole.needed() ? Optional.empty() : sentPart(key, range);
            // no end of an object is out of its range: such servers know no suffixes
            boolean noSuffix = range.offset() < 0 && part.isPresent() && part.get().length == 0;
            boolean sentWhole = part.isEmpty() && whole.needed();
            return noSuffix || sentWhole
                    ? whole.get(key, () -> fetch(key, null, response -> modest(response, key)))
                            .map(range::of)
                    : part;
        });
    }

    /** Empty for an absent object, and for one that was sent whole: that is let go of, and from now on all are asked for whole. */
    private Optional<byte[]> sentPart(String key, ByteRange range) throws IOException, InterruptedException {
        return fetch(key, range.header(), response -> {
            if (response.statusCode() == 206) {
                return bytes(response, key, range.length());
            }
            whole.need();
            return null;
        });
    }

    /** Takes the body of an answer; null for one that is of no use. */
    private interface Body {
        byte[] of(Answer answer) throws IOException, InterruptedException;
    }

    private record Answer(int statusCode, long contentLength, InputStream body) {}

    private Optional<byte[]> fetch(String key, String range, Body taken) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = requests.get(URI.create(base + encoded(key)), range);
        try (InputStream body = new PatientStream(response.body(), patience)) {
            long length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
            return switch (response.statusCode()) {
                case 200, 206 -> Optional.ofNullable(taken.of(new Answer(response.statusCode(), length, body)));
                case 404, 403 -> Optional.empty();
                case 416 -> Optional.of(new byte[0]);
                default -> throw failure(key, "answered with status " + response.statusCode(), null);
            };
        }
    }

    private Optional<byte[]> answered(String key, WholeObjects.Fetching fetching) {
        try {
            return fetching.fetch();
        } catch (IOException failed) {
            throw failure(
                    key,
                    "could not be read: " + FailureWords.of(failed) + ". Check the address and the network",
                    failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw failure(key, "was not waited for", stopped);
        }
    }

    private byte[] bytes(Answer answer, String key, int limit) throws IOException {
        byte[] bytes = answer.body().readNBytes(limit);
        if (answer.body().read() >= 0) {
            throw failure(key, "is longer than the " + limit + " bytes that were asked for", null);
        }
        return bytes;
    }

    /** The whole object, which was sent although a part was wanted. */
    private byte[] modest(Answer answer, String key) throws IOException {
        byte[] bytes = answer.contentLength() > whole.longestBytes()
                ? new byte[0]
                : answer.body().readNBytes(whole.longestBytes());
        if (answer.contentLength() > whole.longestBytes() || answer.body().read() >= 0) {
            throw new RangesNotServed(base + key, answer.contentLength(), whole.longestBytes());
        }
        return bytes;
    }

    private static String encoded(String key) {
        try {
            return new URI(null, null, "/" + ZarrKeys.checked(key), null)
                    .getRawPath()
                    .substring(1);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("A checked key always makes a path", impossible);
        }
    }

    private ZarrStoreFailure failure(String key, String what, Exception cause) {
        return new ZarrStoreFailure(base + key + " " + what, cause);
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
}
