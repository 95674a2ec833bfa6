package org.vitrail.omezarr;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Servers that begin an answer and never end it. */
class PatientStreamTest {

    @Test
    void anAnswerThatStallsIsGivenUp() throws IOException {
        CountDownLatch ended = new CountDownLatch(1);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 500);
            exchange.getResponseBody().write("{\"zarr".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            exchange.getResponseBody().flush();
            awaitQuietly(ended);
            exchange.close();
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            server.setExecutor(threads);
            server.start();
            URI root = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/a.zarr");
            try (HttpZarrStore store = HttpZarrStore.bounded(root, Duration.ofMillis(300), 1000)) {
                assertThatThrownBy(() -> store.find("zarr.json"))
                        .isInstanceOf(ZarrStoreFailure.class)
                        .hasMessageContaining("a.zarr/zarr.json")
                        .hasMessageContaining("not whole");
            } finally {
                ended.countDown();
                server.stop(0);
            }
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
