package org.vitrail.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrail.omezarr.UnreadableZarr;
import org.vitrail.omezarr.ZarrPlaces;
import org.vitrail.omezarr.ZarrStore;

class ObjectStoreIT {

    private static StoreConfig config;
    private static ObjectStore store;

    @BeforeAll
    static void connect() {
        config = S3UnderTest.freshBucket();
        store = new ObjectStore(config);
        store.ensureBucket();
        store.ensureBucket();
    }

    @AfterAll
    static void close() {
        if (store != null) {
            store.close();
        }
    }

    @Test
    void whatWasPutComesBackWholeAndByRange() {
        byte[] bytes = random(100_000);
        store.put("a/b c/é+x.bin", bytes, "image/x-test");

        assertThat(store.get("a/b c/é+x.bin")).isEqualTo(bytes);
        assertThat(store.range("a/b c/é+x.bin", 1000, 500)).isEqualTo(Arrays.copyOfRange(bytes, 1000, 1500));
        assertThat(store.range("a/b c/é+x.bin", 99_990, 500)).isEqualTo(Arrays.copyOfRange(bytes, 99_990, 100_000));
        assertThat(store.range("a/b c/é+x.bin", 200_000, 10)).isEmpty();
        assertThat(store.suffix("a/b c/é+x.bin", 20)).isEqualTo(Arrays.copyOfRange(bytes, 99_980, 100_000));
        assertThat(store.suffix("a/b c/é+x.bin", 200_000)).isEqualTo(bytes);
        ObjectStat stat = store.stat("a/b c/é+x.bin");
        assertThat(stat.sizeBytes()).isEqualTo(100_000);
        assertThat(stat.contentType()).isEqualTo("image/x-test");
        assertThat(stat.etag()).isNotEmpty().doesNotContain("\"");
    }

    @Test
    void anEmptyObjectIsAnObject() {
        store.put("empty", new byte[0]);

        assertThat(store.find("empty")).contains(new byte[0]);
        assertThat(store.suffix("empty", 10)).isEmpty();
    }

    @Test
    void whatIsAbsentIsNotFound() {
        assertThatThrownBy(() -> store.get("nothing"))
                .isInstanceOf(ObjectNotFound.class)
                .hasMessageContaining("nothing");
        assertThatThrownBy(() -> store.stat("nothing")).isInstanceOf(ObjectNotFound.class);
        assertThat(store.find("nothing")).isEmpty();
        assertThat(store.findStat("nothing")).isEmpty();
        store.delete("nothing");
    }

    @Test
    void filesAndStreamsOfAnyLengthAreStored(@TempDir Path folder) throws IOException {
        byte[] large = random(17 << 20);
        Path file = Files.write(folder.resolve("large"), large);

        store.put("files/large", file, "application/octet-stream");
        store.put("files/stream", new ByteArrayInputStream(large), -1, "application/octet-stream");
        store.put("files/small", new ByteArrayInputStream(large, 0, 7), 7, "application/octet-stream");

        assertThat(store.get("files/large")).isEqualTo(large);
        assertThat(store.stat("files/stream").sizeBytes()).isEqualTo(large.length);
        assertThat(store.get("files/small")).hasSize(7);
        try (InputStream part = store.open("files/large", 5, 9)) {
            assertThat(part.readAllBytes()).isEqualTo(Arrays.copyOfRange(large, 5, 14));
        }
    }

    @Test
    void aConditionalPutNeverReplaces() {
        assertThat(store.putIfAbsent("once", new byte[] {1}, "text/plain")).isTrue();
        assertThat(store.putIfAbsent("once", new byte[] {2}, "text/plain")).isFalse();
        assertThat(store.get("once")).containsExactly(1);
    }

    @Test
    void deletedObjectsAreGone() {
        store.put("d/1", new byte[1]);
        store.put("d/2", new byte[1]);
        assertThat(store.listForRestore("d/")).containsExactlyInAnyOrder("d/1", "d/2");

        store.delete(List.of("d/1", "d/2", "d/3"));

        assertThat(store.find("d/1")).isEmpty();
        assertThat(store.listForRestore("d/")).isEmpty();
    }

    @Test
    void partsSentToPresignedUrlsBecomeOneObject() throws Exception {
        byte[] first = random(5 << 20);
        byte[] second = random(1000);
        String upload = store.createMultipart("multi/x.tif", "image/tiff");

        assertThat(store.listParts("multi/x.tif", upload)).isEmpty();
        assertThat(send(store.presignPart("multi/x.tif", upload, 2, Duration.ofMinutes(5)), second))
                .isEqualTo(200);
        assertThat(send(store.presignPart("multi/x.tif", upload, 1, Duration.ofMinutes(5)), first))
                .isEqualTo(200);
        List<UploadedPart> parts = store.listParts("multi/x.tif", upload);
        assertThat(parts).extracting(UploadedPart::number).containsExactly(1, 2);
        assertThat(parts).extracting(UploadedPart::sizeBytes).containsExactly((long) first.length, 1000L);
        store.completeMultipart("multi/x.tif", upload, parts);

        assertThat(store.stat("multi/x.tif").sizeBytes()).isEqualTo(first.length + 1000L);
        assertThat(store.range("multi/x.tif", first.length, 1000)).isEqualTo(second);
    }

    @Test
    void anAbortedUploadLeavesNoObjectAndNoParts() throws Exception {
        String upload = store.createMultipart("multi/aborted", "image/tiff");
        send(store.presignPart("multi/aborted", upload, 1, Duration.ofMinutes(5)), random(10));

        store.abortMultipart("multi/aborted", upload);

        try {
            assertThat(store.listParts("multi/aborted", upload)).isEmpty();
        } catch (ObjectNotFound strictStore) {
            assertThat(strictStore).hasMessageContaining("multi/aborted");
        }
        assertThat(store.findStat("multi/aborted")).isEmpty();
    }

    /** A URL for one part of one upload must not open the rest of the bucket to its holder. */
    @Test
    void aPresignedPartCannotBeFilledWithAnotherObject() throws Exception {
        store.put("private/secret.tif", random(100));
        String upload = store.createMultipart("multi/thief.tif", "image/tiff");
        URI part = store.presignPart("multi/thief.tif", upload, 1, Duration.ofMinutes(5));
        HttpRequest copy = HttpRequest.newBuilder(part)
                .header("x-amz-copy-source", "/" + store.bucket() + "/private/secret.tif")
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();

        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(copy, HttpResponse.BodyHandlers.discarding()).statusCode())
                    .isEqualTo(403);
        }
        assertThat(store.listParts("multi/thief.tif", upload)).isEmpty();
        store.abortMultipart("multi/thief.tif", upload);
    }

    @Test
    void presignedUrlsNameThePublicEndpointOnly() {
        StoreConfig behindProxy = new StoreConfig(
                config.endpoint(),
                URI.create("https://s3.nantes.example"),
                null,
                config.bucket(),
                config.accessKey(),
                config.secretKey());
        try (ObjectStore proxied = new ObjectStore(behindProxy)) {
            String upload = proxied.createMultipart("p", "image/tiff");

            assertThat(proxied.presignPart("p", upload, 1, Duration.ofMinutes(1)))
                    .hasScheme("https")
                    .hasHost("s3.nantes.example")
                    .hasParameter("partNumber", "1");
            proxied.abortMultipart("p", upload);
        }
    }

    @Test
    void wrongCredentialsAreRefusedAndNotPrinted() {
        StoreConfig wrong =
                new StoreConfig(config.endpoint(), null, null, config.bucket(), config.accessKey(), "guessed-secret");
        try (ObjectStore stranger = new ObjectStore(wrong)) {
            assertThatThrownBy(() -> stranger.get("a"))
                    .isInstanceOf(StoreRefused.class)
                    .hasMessageNotContaining("guessed");
        }
        assertThat(wrong.toString()).doesNotContain("guessed");
    }

    @Test
    void aStoreThatIsDownIsUnavailable() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        StoreConfig down = new StoreConfig(
                URI.create("http://127.0.0.1:" + port),
                null,
                null,
                config.bucket(),
                config.accessKey(),
                config.secretKey());
        try (ObjectStore silent = new ObjectStore(down)) {
            assertThatThrownBy(() -> silent.get("a")).isInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(() -> silent.put("a", new byte[1])).isInstanceOf(StoreUnavailable.class);
        }
    }

    @Test
    void aZarrStoreLivesBelowItsPrefixAndNotAbove() {
        ObjectZarrStore zarr = new ObjectZarrStore(store, "acc/images/i.ome.zarr");
        zarr.put("zarr.json", new byte[] {7});

        assertThat(store.get("acc/images/i.ome.zarr/zarr.json")).containsExactly(7);
        assertThat(store.stat("acc/images/i.ome.zarr/zarr.json").contentType()).isEqualTo("application/json");
        assertThat(zarr.suffix("zarr.json", 4)).contains(new byte[] {7});
        assertThat(zarr.suffix("0/c/0", 4)).isEmpty();
        assertThat(zarr.find("0/c/0")).isEmpty();
        assertThatThrownBy(() -> zarr.find("../secret")).isInstanceOf(UnreadableZarr.class);
    }

    @Test
    void anAddressOfTheBucketIsReadWithTheCredentialsOfTheEnvironment() {
        byte[] shard = random(1000);
        new ObjectZarrStore(store, "some where/i.ome.zarr").put("0/c/0", shard);
        Map<String, String> environment = Map.of(
                "AWS_ENDPOINT_URL", config.endpoint().toString(),
                "AWS_ACCESS_KEY_ID", config.accessKey(),
                "AWS_SECRET_ACCESS_KEY", config.secretKey());

        try (ZarrStore place = ZarrPlaces.open("s3://" + config.bucket() + "/some%20where/i.ome.zarr", environment)) {
            assertThat(place.find("0/c/0")).contains(shard);
            assertThat(place.range("0/c/0", 990, 20)).isEqualTo(Arrays.copyOfRange(shard, 990, 1000));
            assertThat(place.suffix("0/c/0", 5)).contains(Arrays.copyOfRange(shard, 995, 1000));
            assertThat(place.findRange("0/c/1", 0, 5)).isEmpty();
            assertThat(place.find("zarr.json")).isEmpty();
        }
        Map<String, String> nobody =
                Map.of("AWS_ENDPOINT_URL", config.endpoint().toString());
        try (ZarrStore place = ZarrPlaces.open("s3://" + config.bucket() + "/some%20where/i.ome.zarr", nobody)) {
            assertThat(place.find("0/c/0")).isEmpty();
        }
    }

    private static int send(URI url, byte[] body) throws IOException, InterruptedException {
        HttpRequest put = HttpRequest.newBuilder(url)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(put, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
