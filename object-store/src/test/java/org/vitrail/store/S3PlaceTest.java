package org.vitrail.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrail.omezarr.ListableZarrStore;
import org.vitrail.omezarr.ListingRefused;
import org.vitrail.omezarr.ZarrPlaces;
import org.vitrail.omezarr.ZarrStore;
import org.vitrail.omezarr.ZarrStoreFailure;

/** Addresses of buckets, against a stand-in that answers as S3's API reference says (GetObject, Error responses). */
class S3PlaceTest {

    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final List<String> signatures = new CopyOnWriteArrayList<>();
    private volatile String refusal = "NoSuchKey";
    private HttpServer server;
    private final Map<String, String> environment = new TreeMap<>();

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        environment.put(
                "AWS_ENDPOINT_URL", "http://127.0.0.1:" + server.getAddress().getPort());
        objects.put("/images/some/a.ome.zarr/zarr.json", "0123456789".getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            signatures.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            String query = String.valueOf(exchange.getRequestURI().getQuery());
            byte[] body = query.contains("list-type=2") && refusal.equals("NoSuchKey")
                    ? page(query)
                    : objects.get(exchange.getRequestURI().getPath());
            String range = exchange.getRequestHeaders().getFirst("Range");
            int status = body == null ? refusal.equals("NoSuchKey") ? 404 : 403 : range == null ? 200 : 206;
            if (body == null) {
                exchange.getResponseHeaders().set("Content-Type", "application/xml");
                body = ("<Error><Code>" + refusal + "</Code><Message>no</Message></Error>")
                        .getBytes(StandardCharsets.UTF_8);
            } else if (range != null) {
                String[] ends = range.substring(6).split("-", 2);
                int from = ends[0].isEmpty()
                        ? Math.max(0, body.length - Integer.parseInt(ends[1]))
                        : Integer.parseInt(ends[0]);
                int to = ends[0].isEmpty() ? body.length : Math.min(body.length, Integer.parseInt(ends[1]) + 1);
                body = Arrays.copyOfRange(body, from, to);
            }
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** ListObjectsV2 in pages of two keys; the token is where the next one begins. */
    private byte[] page(String query) {
        String prefix = query.replaceAll(".*prefix=([^&]*).*", "$1");
        int from = query.contains("continuation-token=")
                ? Integer.parseInt(query.replaceAll(".*continuation-token=([0-9]+).*", "$1"))
                : 0;
        List<String> keys = objects.keySet().stream()
                .map(path -> path.substring("/images/".length()))
                .filter(key -> key.startsWith(prefix))
                .sorted()
                .toList();
        int to = Math.min(keys.size(), from + 2);
        StringBuilder xml = new StringBuilder(
                "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>images</Name>");
        keys.subList(from, to)
                .forEach(
                        key -> xml.append(
                                "<Contents><Key>" + key
                                        + "</Key><LastModified>2026-01-02T03:04:05.000Z</LastModified><ETag>\"e\"</ETag><Size>1</Size></Contents>"));
        return (xml + "<IsTruncated>" + (to < keys.size()) + "</IsTruncated><NextContinuationToken>" + to
                        + "</NextContinuationToken></ListBucketResult>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private ZarrStore open() {
        return ZarrPlaces.open("s3://images/some/a.ome.zarr/", environment);
    }

    @Test
    void wholeObjectsAndPartsAreReadAsAnybody() {
        try (ZarrStore store = open()) {
            assertThat(store.find("zarr.json").map(String::new)).hasValue("0123456789");
            assertThat(new String(store.range("zarr.json", 3, 4), StandardCharsets.UTF_8))
                    .isEqualTo("3456");
            assertThat(store.findRange("zarr.json", 8, 40).map(String::new)).hasValue("89");
            assertThat(store.suffix("zarr.json", 2).map(String::new)).hasValue("89");
            assertThat(store.toString()).isEqualTo("s3://images/some/a.ome.zarr/");
            assertThatThrownBy(() -> store.find("zarr.json", 9)).hasMessageContaining("longer than the 9 bytes");
            assertThatThrownBy(() -> store.put("a", new byte[1])).isInstanceOf(UnsupportedOperationException.class);
        }
        assertThat(signatures).isNotEmpty().allMatch("null"::equals);
    }

    @Test
    void credentialsOfTheEnvironmentSign() {
        environment.put("AWS_ACCESS_KEY_ID", "somebody");
        environment.put("AWS_SECRET_ACCESS_KEY", "for-this-test");
        environment.put("AWS_REGION", "eu-west-3");
        try (ZarrStore store = open()) {
            assertThat(store.find("zarr.json")).isPresent();
        }
        assertThat(signatures)
                .isNotEmpty()
                .allMatch(line -> line.contains("Credential=somebody/") && line.contains("/eu-west-3/s3/"));
    }

    @Test
    void whatIsAbsentOrMayNotBeReadIsAbsentAndOtherRefusalsAreSaid() {
        try (ZarrStore store = open()) {
            assertThat(store.find("gone")).isEmpty();
            refusal = "AccessDenied";
            assertThat(store.find("gone")).isEmpty();
            assertThat(store.suffix("gone", 1)).isEmpty();
            assertThatThrownBy(() -> store.range("gone", 0, 1))
                    .isInstanceOf(ZarrStoreFailure.class)
                    .hasMessageContaining("s3://images/some/a.ome.zarr/");
            refusal = "InvalidAccessKeyId";
            assertThatThrownBy(() -> store.find("gone"))
                    .isInstanceOf(ZarrStoreFailure.class)
                    .hasMessageContaining("InvalidAccessKeyId")
                    .hasMessageContaining("AWS_ACCESS_KEY_ID");
        }
    }

    @Test
    void keysAreListedPageByPageAndBelowTheAddressAlone() {
        for (String key : List.of("0/zarr.json", "0/c/0", "0/c/", "0/stray", "1/zarr.json")) {
            objects.put("/images/some/a.ome.zarr/" + key, new byte[1]);
        }
        objects.put("/images/some/a.ome.zarr.other/0/x", new byte[1]);
        try (ZarrStore store = open()) {
            List<String> keys = new ArrayList<>();
            ((ListableZarrStore) store).list("0/", keys::add);
            assertThat(keys).containsExactlyInAnyOrder("0/zarr.json", "0/c/0", "0/stray");

            refusal = "AccessDenied";
            assertThatThrownBy(() -> ((ListableZarrStore) store).list("", keys::add))
                    .isInstanceOf(ListingRefused.class)
                    .hasMessageContaining("s3://images/some/a.ome.zarr/");
        }
    }

    @Test
    void halfCredentialsBucketsAloneAndOddEndpointsAreRefusedInWords() {
        assertThatThrownBy(() -> ZarrPlaces.open("s3://images", environment)).hasMessageContaining("bucket alone");
        environment.put("AWS_ACCESS_KEY_ID", "somebody");
        assertThatThrownBy(this::open).hasMessageContaining("Only one of");
        environment.remove("AWS_ACCESS_KEY_ID");
        environment.put("AWS_ENDPOINT_URL", "ftp://x");
        assertThatThrownBy(this::open).hasMessageContaining("AWS_ENDPOINT_URL");
    }
}
