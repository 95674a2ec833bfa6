package org.vitrail.omezarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that reads what others name is not led into its own network. */
class PublicHostsTest {

    private final Map<String, String> redirects = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            String to = redirects.get(path);
            try (exchange) {
                if (to != null) {
                    exchange.getResponseHeaders().set("Location", to);
                    exchange.sendResponseHeaders(302, -1);
                } else {
                    exchange.sendResponseHeaders(200, 2);
                    exchange.getResponseBody().write(new byte[] {'{', '}'});
                }
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/a",
                "http://127.8.8.8/a",
                "http://localhost/a",
                "http://0.0.0.0/a",
                "http://0.1.2.3/a",
                "http://10.1.2.3/a",
                "https://172.16.0.1/a",
                "https://192.168.1.1/a",
                "http://169.254.169.254/latest",
                "http://100.64.0.1/a",
                "http://198.18.0.1/a",
                "http://192.0.0.1/a",
                "http://224.0.0.1/a",
                "http://255.255.255.255/a",
                "http://[::1]/a",
                "http://[::]/a",
                "http://[fe80::1]/a",
                "http://[fd00::1]/a",
                "http://[::ffff:127.0.0.1]/a",
                "http://[::127.0.0.1]/a",
                "http://[64:ff9b::7f00:1]/a",
                "http://[2002:7f00:1::]/a",
                "http://2130706433/a",
                "file:///etc/passwd",
                "ftp://example.org/a",
                "http:/a",
            })
    void addressesInsideAndOtherSchemesAreRefusedBeforeAnythingIsAsked(String address) {
        assertThatThrownBy(() -> HttpZarrStore.ofPublicHost(URI.create(address)))
                .isInstanceOf(ZarrStoreFailure.class)
                .hasMessageMatching(".*(inside this network|no http or https|no host).*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "2606:4700::1111", "100.128.0.1", "172.32.0.1"})
    void publicAddressesAreNotRefused(String address) throws IOException {
        assertThat(PublicHosts.isInside(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void anUnknownHostIsSaid() {
        assertThatThrownBy(() -> HttpZarrStore.ofPublicHost(URI.create("https://no-such-host.invalid/a")))
                .hasMessageContaining("no-such-host.invalid");
    }

    /** The server stands for a public one, the name localhost for the inside. */
    private HttpZarrStore guarded(String path) {
        return HttpZarrStore.guarded(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path), address -> {
                    if (!"127.0.0.1".equals(address.getHost())) {
                        throw new ZarrStoreFailure(address.getHost() + " is an address inside this network");
                    }
                });
    }

    @Test
    void aRedirectInsideIsNotFollowedAndOneToAPublicHostIs() {
        redirects.put("/a/zarr.json", "/b/zarr.json");
        redirects.put("/a/secret", "http://localhost:" + server.getAddress().getPort() + "/secret");
        try (HttpZarrStore store = guarded("/a")) {
            assertThat(store.find("zarr.json").map(String::new)).hasValue("{}");
            assertThatThrownBy(() -> store.find("secret")).hasMessageContaining("inside this network");
        }
        assertThat(asked).containsExactly("/a/zarr.json", "/b/zarr.json", "/a/secret");
    }

    @Test
    void redirectsInACircleEnd() {
        redirects.put("/a/zarr.json", "/a/zarr.json");
        try (HttpZarrStore store = guarded("/a")) {
            assertThatThrownBy(() -> store.find("zarr.json"))
                    .isInstanceOf(ZarrStoreFailure.class)
                    .hasMessageContaining("elsewhere");
        }
        assertThat(asked).hasSize(6);
    }

    @Test
    void aHostThatMovesInsideIsNoLongerAsked() {
        boolean[] moved = {false};
        URI root = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/a");
        try (HttpZarrStore store = HttpZarrStore.guarded(root, address -> {
            if (moved[0]) {
                throw new ZarrStoreFailure("inside this network");
            }
        })) {
            assertThat(store.find("zarr.json")).isPresent();
            moved[0] = true;
            assertThatThrownBy(() -> store.find("zarr.json")).hasMessageContaining("inside this network");
        }
        assertThat(asked).hasSize(1);
    }
}
