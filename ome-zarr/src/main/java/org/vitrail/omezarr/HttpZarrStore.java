package org.vitrail.omezarr;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** An OME-Zarr behind HTTP, for reading: one GET a call, ranges where a part is wanted (RFC 9110 §14). */
public final class HttpZarrStore implements ZarrStore {

    private static final int LARGEST_OBJECT_BYTES = 512 << 20;

    private final String base;
    private final HttpClient client;
    private final boolean ownsClient;

    /** The image at that address, with or without a slash at its end. */
    public HttpZarrStore(URI root) {
        this(root, client(HttpClient.Redirect.NORMAL), true);
    }

    /** The image at that address, asked for through that client, which stays open. */
    public HttpZarrStore(URI root, HttpClient client) {
        this(root, client, false);
    }

    private HttpZarrStore(URI root, HttpClient client, boolean ownsClient) {
        String text = root.toString();
        this.base = text.endsWith("/") ? text : text + "/";
        this.client = client;
        this.ownsClient = ownsClient;
    }

    private static HttpClient client(HttpClient.Redirect redirects) {
        return HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(redirects)
                .build();
    }

    /**
     * The image at an address that somebody else chose: it must be https or http, its host must be public, and redirects are not
     * followed. A name could still be pointed elsewhere between this check and the request: a server keeps its network closed too.
     *
     * @throws ZarrStoreFailure when the host is unknown, or is inside this network
     */
    public static HttpZarrStore ofPublicHost(URI root) {
        String host = String.valueOf(root.getHost());
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (isInside(address)) {
                    throw new ZarrStoreFailure(host + " is an address inside this network, which is not asked");
                }
            }
        } catch (UnknownHostException unknown) {
            throw new ZarrStoreFailure("There is no host " + host, unknown);
        }
        return new HttpZarrStore(root, client(HttpClient.Redirect.NEVER), true);
    }

    /** Loopback, link-local, private, shared (RFC 6598) and unique local (RFC 4193) addresses, and those of many. */
    private static boolean isInside(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || shared
                || uniqueLocal;
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
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + encoded(key))).timeout(Duration.ofSeconds(60));
        if (range != null) {
            request.header("Range", range);
        }
        try {
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return switch (response.statusCode()) {
                    case 200 -> range == null ? Optional.of(whole(body, key, limit)) : refuseWhole(key);
                    case 206 -> Optional.of(whole(body, key, limit));
                    case 404, 403 -> Optional.empty();
                    case 416 -> Optional.of(new byte[0]);
                    default -> throw failure(key, "answered with status " + response.statusCode(), null);
                };
            }
        } catch (IOException failed) {
            throw failure(key, "could not be read: " + failed, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw failure(key, "was not waited for", stopped);
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
