package org.vitrail.omezarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrail.omezarr.validation.Rule;
import org.vitrail.omezarr.validation.Validation;
import org.vitrail.omezarr.validation.ValidationOptions;
import org.vitrail.omezarr.validation.ZarrValidator;
import org.vitrail.pixels.FormulaPixels;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;
import org.vitrail.pixels.PixelType;

/** A server that knows no ranges and sends every object whole; and addresses behind which nobody answers. */
class HttpZarrStoreTest {

    private final MemoryZarrStore stored = new MemoryZarrStore();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final PixelSource image = FormulaPixels.of(
            new PixelShape(1, 2, 1, 300, 520), PixelType.UINT16, (t, c, z, y, x) -> (x * 31 + y * 7 + c) % 60_000);
    private volatile boolean suffixesRefused;
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        OmeZarrWriter.write(image, stored, WriteOptions.defaults());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String key = exchange.getRequestURI().getPath().substring(1);
            if (suffixesRefused
                    && String.valueOf(exchange.getRequestHeaders().getFirst("Range"))
                            .startsWith("bytes=-")) {
                exchange.sendResponseHeaders(416, -1);
                exchange.close();
                return;
            }
            asked.add(key);
            byte[] body = stored.objects.get(key);
            try (exchange) {
                exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
                if (body != null) {
                    exchange.getResponseBody().write(body);
                }
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private HttpZarrStore open(int longestWhole) {
        URI root = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return HttpZarrStore.bounded(root, Duration.ofSeconds(60), longestWhole);
    }

    @Test
    void withoutRangesAnImageIsReadAndEachShardIsFetchedOnce() throws IOException {
        try (HttpZarrStore store = open(10 << 20)) {
            assertThat(PixelDigest.of(OmeZarrReader.open(store).level(0))).isEqualTo(PixelDigest.of(image));
        }
        // of the first one a part was asked for
        assertThat(asked.stream().filter(key -> key.startsWith("0/c/"))).hasSize(3);
    }

    @Test
    void withoutRangesAnImageIsValid() {
        try (HttpZarrStore store = open(10 << 20)) {
            Validation.Checked checked =
                    (Validation.Checked) ZarrValidator.validate(store, new ValidationOptions(true, 3));

            assertThat(checked.isValid()).isTrue();
            assertThat(checked.numbers()).doesNotContainKey(Rule.NO_RANGES);
            assertThat(checked.looked().chunks()).isEqualTo(2 * (6 + 2 + 1));
        }
    }

    @Test
    void anObjectTooLongToBeFetchedWholeIsNoFaultOfTheImage() {
        try (HttpZarrStore store = open(1000)) {
            Validation.Checked checked =
                    (Validation.Checked) ZarrValidator.validate(store, new ValidationOptions(true, 3));

            assertThat(checked.isValid()).isTrue();
            assertThat(checked.numbers().get(Rule.NO_RANGES)).isPositive();
            assertThatThrownBy(() -> store.suffix("0/c/0/0/0", 20))
                    .isInstanceOf(RangesNotServed.class)
                    .hasMessageContaining("gives no ranges")
                    .hasMessageContaining("Download the image");
        }
    }

    @Test
    void partsOfWholeObjectsEndWhereTheObjectsDo() {
        stored.put("ten", "0123456789".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        try (HttpZarrStore store = open(1000)) {
            assertThat(store.range("ten", 8, 5)).asString().isEqualTo("89");
            assertThat(store.suffix("ten", 3))
                    .hasValueSatisfying(end -> assertThat(end).asString().isEqualTo("789"));
            assertThat(store.suffix("ten", 30))
                    .hasValueSatisfying(all -> assertThat(all).hasSize(10));
            assertThat(store.range("ten", 12, 5)).isEmpty();
            assertThat(store.findRange("none", 0, 5)).isEmpty();
            assertThat(asked.stream().filter("ten"::equals)).hasSize(2);
        }
    }

    @Test
    void whereTheEndOfAnObjectCannotBeAskedForAllOfItIs() {
        suffixesRefused = true;
        stored.put("ten", "0123456789".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        try (HttpZarrStore store = open(1000)) {
            assertThat(store.suffix("ten", 3))
                    .hasValueSatisfying(end -> assertThat(end).asString().isEqualTo("789"));
        }
    }

    @Test
    void hostsThatDoNotAnswerAreSaidInWords() {
        try (HttpZarrStore unknown = new HttpZarrStore(URI.create("http://no-such-host.invalid/a.zarr"));
                HttpZarrStore closed = new HttpZarrStore(URI.create("http://127.0.0.1:1/a.zarr"))) {
            assertThatThrownBy(() -> unknown.find("zarr.json"))
                    .hasMessageContaining("host not found")
                    .hasMessageNotContaining("Exception");
            assertThatThrownBy(() -> closed.find("zarr.json"))
                    .hasMessageContaining("does not take connections")
                    .hasMessageNotContaining("Exception");
        }
    }
}
