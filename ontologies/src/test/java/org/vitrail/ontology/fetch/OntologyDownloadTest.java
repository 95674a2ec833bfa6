package org.vitrail.ontology.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.ontology.fetch.OntologyDownload.Limits;

class OntologyDownloadTest {
    private static final String KEY = "5ec4e7";

    @TempDir
    Path folder;

    private StandInServer server;
    private Path file;

    @BeforeEach
    void start() throws Exception {
        server = new StandInServer();
        file = folder.resolve("file");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void fetch(String path, Limits limits) throws Exception {
        try (OntologyDownload download = new OntologyDownload(AddressRule.publicHttpsAnd(server.base()), limits)) {
            download.fetch(server.base().resolve(path), Map.of(), file);
        }
    }

    private void assertFails(String path, String message) {
        assertThatThrownBy(() -> fetch(path, new Limits(1 << 20, Duration.ofSeconds(20))))
                .isInstanceOf(FetchFailed.class)
                .hasMessageContaining(message);
    }

    @Test
    void redirectsAreFollowedAFewTimes() throws Exception {
        server.on("/a", exchange -> StandInServer.redirect(exchange, "/b?x=1"));
        server.on("/b", exchange -> StandInServer.send(exchange, 200, "ontology: x\n"));
        server.on("/round", exchange -> StandInServer.redirect(exchange, "/round"));
        fetch("/a", new Limits(1 << 20, Duration.ofSeconds(20)));
        assertThat(file).hasContent("ontology: x\n");
        assertFails("/round", "redirects more than 5 times");
    }

    @Test
    void redirectIntoANetworkIsNotFollowed() throws Exception {
        try (StandInServer inside = new StandInServer()) {
            inside.on("/", exchange -> StandInServer.send(exchange, 200, "secret"));
            server.on("/http", exchange -> StandInServer.redirect(exchange, inside.base() + "/"));
            server.on("/https", exchange -> StandInServer.redirect(exchange, "https://127.0.0.1/"));
            server.on("/cloud", exchange -> StandInServer.redirect(exchange, "https://169.254.169.254/latest"));
            server.on("/file", exchange -> StandInServer.redirect(exchange, "file:///etc/hostname"));
            server.on("/none", exchange -> StandInServer.redirect(exchange, "http://["));
            assertFails("/http", "no plain https address");
            assertFails("/https", "inside a network");
            assertFails("/cloud", "inside a network");
            assertFails("/file", "no plain https address");
            assertFails("/none", "redirects to no address");
            assertThat(inside.asked()).isEmpty();
        }
    }

    @Test
    void answerThatClaimsTwoGigabytesIsNotRead() {
        server.on("/large", exchange -> {
            exchange.sendResponseHeaders(200, 2L << 30);
            exchange.getResponseBody().write(new byte[1 << 16]);
            exchange.getResponseBody().flush();
        });
        assertFails("/large", "it claims 2147483648 bytes, more than 1 MiB");
        assertThat(file).doesNotExist();
    }

    @Test
    void answerThatGrowsBeyondTheLimitIsGivenUp() {
        server.on("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                while (true) {
                    body.write(new byte[1 << 16]);
                }
            }
        });
        assertFails("/endless", "the answer is longer than 1 MiB");
    }

    @Test
    void answerThatIsCutIsAFailure() {
        server.on("/cut", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(new byte[50]);
        });
        assertFails("/cut", "could not be fetched");
    }

    @Test
    void answerThatStallsIsGivenUp() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        server.on("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            await(over);
        });
        assertThatThrownBy(() -> fetch("/slow", new Limits(1 << 20, Duration.ofMillis(300))))
                .isInstanceOf(FetchFailed.class)
                .hasMessageContaining("took longer than");
        over.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void errorIsNamedWithoutQuery() {
        server.on("/gone", exchange -> StandInServer.send(exchange, 410, "gone"));
        assertThatThrownBy(() -> fetch("/gone?token=" + KEY, new Limits(1 << 20, Duration.ofSeconds(20))))
                .hasMessageContaining("/gone answered 410")
                .hasMessageNotContaining(KEY);
    }

    @Test
    void bioPortalGetsItsKeyAndNobodyElse() throws Exception {
        try (StandInServer files = new StandInServer()) {
            files.on("/file.obo", exchange -> StandInServer.send(exchange, 200, "ontology: x\n"));
            server.on(
                    "/ontologies/X/download", exchange -> StandInServer.redirect(exchange, files.base() + "/file.obo"));
            AddressRule both = address -> {};
            try (OntologyDownload download = new OntologyDownload(both, new Limits(1 << 20, Duration.ofSeconds(20)))) {
                new BioPortalDownload(server.base(), KEY).fetch(download, "X", file);
            }
            assertThat(Files.readString(file)).isEqualTo("ontology: x\n");
            assertThat(server.asked()).singleElement().satisfies(asked -> {
                assertThat(asked.authorization()).isEqualTo("apikey token=" + KEY);
                assertThat(asked.path()).doesNotContain(KEY);
            });
            assertThat(files.asked())
                    .extracting(StandInServer.Asked::authorization)
                    .containsOnlyNulls();
        }
    }

    @Test
    void bioPortalRefusalNamesNoKey() {
        server.on("/ontologies/X/download", exchange -> StandInServer.send(exchange, 403, "no " + KEY));
        try (OntologyDownload download = new OntologyDownload(
                AddressRule.publicHttpsAnd(server.base()), new Limits(1 << 20, Duration.ofSeconds(20)))) {
            assertThatThrownBy(() -> new BioPortalDownload(server.base(), KEY).fetch(download, "X", file))
                    .hasMessageContaining("answered 403; is the key right")
                    .hasMessageNotContaining(KEY);
            assertThatThrownBy(() -> new BioPortalDownload(server.base(), "").fetch(download, "X", file))
                    .hasMessageContaining("VITRAIL_BIOPORTAL_KEY");
            assertThatThrownBy(() -> new BioPortalDownload(server.base(), KEY).fetch(download, "../X", file))
                    .hasMessageContaining("no acronym");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "192.0.0.1",
                "192.0.2.1",
                "203.0.113.7",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "2001::1",
                "2001:db8::1"
            })
    void addressesInsideNetworksAreSpecial(String address) throws Exception {
        assertThat(SpecialAddresses.contain(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"171.66.197.29", "193.62.193.80", "2a00:1450::1", "64:ff9b::c13e:c150", "2002:c13e:c150::"})
    void addressesOfTheInternetAreNot(String address) throws Exception {
        assertThat(SpecialAddresses.contain(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://193.62.193.80/x", "https://me@193.62.193.80/x", "https:///x", "ftp://193.62.193.80/x"})
    void onlyPlainHttpsIsAsked(String address) {
        assertThatThrownBy(() -> AddressRule.publicHttps().check(URI.create(address)))
                .isInstanceOf(FetchFailed.class)
                .hasMessageContaining("no plain https address");
    }
}
