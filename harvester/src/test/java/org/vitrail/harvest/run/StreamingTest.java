package org.vitrail.harvest.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.vitrail.harvest.report.HarvestOutcome.Complete;

/** Pages pass through; they do not pile up. */
class StreamingTest {

    @Test
    void recordsArriveWhileTheirPageIsStillBeingSent() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        AtomicBoolean inTime = new AtomicBoolean();
        String page = Oai.list(Oai.records(0, 400), "");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> sendInHalves(exchange, page, () -> {
                    inTime.set(await(seen));
                }));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        try {
            URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/oai");
            Trial trial = new Trial().run(base, r -> r, harvested -> seen.countDown());
            assertThat(trial.outcome).isInstanceOf(Complete.class);
            assertThat(trial.report().records()).isEqualTo(400);
            assertThat(inTime).isTrue();
        } finally {
            server.stop(0);
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(4, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    private static void sendInHalves(HttpExchange exchange, String page, Runnable between) throws IOException {
        boolean identify = exchange.getRequestURI().getQuery().contains("Identify");
        byte[] body = (identify ? Oai.identify("YYYY-MM-DD") : page).getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            int half = body.length / 2;
            out.write(body, 0, half);
            out.flush();
            if (!identify) {
                between.run();
            }
            out.write(body, half, body.length - half);
        }
    }

    @Test
    void sinkThatIsSlowIsNotMistakenForASilentServer() {
        try (StandIn server = new StandIn(a -> Oai.wellBehaved(a, 3, 3))) {
            Trial trial = new Trial()
                    .run(server.base(), r -> r.withLimits(ServerFaultsTest.impatient()), harvested -> sleep());
            assertThat(trial.outcome).isInstanceOf(Complete.class);
            assertThat(trial.report().retries()).isZero();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(Duration.ofMillis(600));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void connectionIsKeptFromPageToPage() {
        try (StandIn server = new StandIn(a -> Oai.wellBehaved(a, 200, 10))) {
            assertThat(Trial.of(server).identifiers()).hasSize(200);
            assertThat(server.connections()).hasSize(1);
        }
    }
}
