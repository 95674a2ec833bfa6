package org.vitrail.node.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrail.node.NodeEngines;
import org.vitrail.node.PublishedSamples;
import org.vitrail.node.PublishedSamples.Sample;
import org.vitrail.node.Tokens;
import org.vitrail.node.access.CurrentUser;
import org.vitrail.node.access.PublicAddress;
import org.vitrail.node.problem.ProblemResponses;
import org.vitrail.store.ObjectStore;
import org.vitrail.store.StoreConfig;

/** Pixels over HTTP from a real S3 store. Contracts §4. */
@QuarkusTest
@QuarkusTestResource(NodeEngines.class)
class PixelsIT {
    private static final byte[] SHARD = new byte[300_000];
    private static HttpClient client;

    @Inject
    PublishedSamples samples;

    @Inject
    ObjectStore store;

    @Inject
    ImageAccess access;

    @Inject
    CurrentUser user;

    @Inject
    PublicAddress address;

    @Inject
    ProblemResponses problems;

    @BeforeAll
    static void open() {
        client = HttpClient.newHttpClient();
        new Random(3).nextBytes(SHARD);
    }

    @AfterAll
    static void close() {
        client.close();
    }

    private Sample stored(String access) {
        Sample sample = samples.publish("Pixels", 1, access);
        String root = sample.accession() + "/images/" + sample.lead();
        store.put(root + ".ome.zarr/zarr.json", "{\"zarr_format\": 3}".getBytes());
        store.put(root + ".ome.zarr/0/c/0/0/0/0/0", SHARD);
        store.put(root + ".thumbnail.jpg", new byte[] {1, 2, 3}, "image/jpeg");
        return sample;
    }

    private static URI at(String path) {
        return URI.create("http://localhost:" + RestAssured.port + path);
    }

    private HttpRequest.Builder request(Sample sample, String key) {
        return HttpRequest.newBuilder(at("/zarr/" + sample.accession() + "/" + sample.lead() + ".ome.zarr/" + key));
    }

    private HttpRequest.Builder chunk(Sample sample) {
        return request(sample, "0/c/0/0/0/0/0");
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    @Test
    void openPixelsAreWholePublicAndOfAllOrigins() throws Exception {
        Sample sample = stored("\"open\"");
        HttpResponse<byte[]> response =
                send(chunk(sample).header("Origin", "https://viewer.example").header("Accept-Encoding", "gzip"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(SHARD);
        assertThat(header(response, "Content-Length")).isEqualTo("300000");
        assertThat(header(response, "Cache-Control")).isEqualTo("public, max-age=86400");
        assertThat(header(response, "ETag")).matches("\"[^\"]+\"");
        assertThat(header(response, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(response, "Access-Control-Expose-Headers"))
                .contains("Content-Range", "Content-Length", "ETag", "Accept-Ranges");
        HttpResponse<byte[]> json = send(request(sample, "zarr.json").header("Accept-Encoding", "gzip"));
        assertThat(header(json, "Content-Type")).isEqualTo("application/json");
        assertThat(header(json, "Content-Length")).isEqualTo("18");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-9, 0, 9",
        "bytes=100-, 100, 299999",
        "bytes=-16, 299984, 299999",
        "bytes=-9999999, 0, 299999",
        "bytes=299999-400000, 299999, 299999",
    })
    void rangesAreExact(String range, int first, int last) throws Exception {
        HttpResponse<byte[]> response = send(chunk(stored("\"open\"")).header("Range", range));
        assertThat(response.statusCode()).isEqualTo(206);
        assertThat(header(response, "Content-Range")).isEqualTo("bytes " + first + "-" + last + "/300000");
        assertThat(header(response, "Content-Length")).isEqualTo(Integer.toString(last - first + 1));
        assertThat(response.body()).isEqualTo(Arrays.copyOfRange(SHARD, first, last + 1));
    }

    @Test
    void rangePastTheEndIs416AndSeveralRangesGiveTheWhole() throws Exception {
        Sample sample = stored("\"open\"");
        HttpResponse<byte[]> past = send(chunk(sample).header("Range", "bytes=300000-"));
        assertThat(past.statusCode()).isEqualTo(416);
        assertThat(header(past, "Content-Range")).isEqualTo("bytes */300000");
        assertThat(header(past, "Access-Control-Allow-Origin")).isEqualTo("*");
        HttpResponse<byte[]> several = send(chunk(sample).header("Range", "bytes=0-1,5-6"));
        assertThat(several.statusCode()).isEqualTo(200);
        assertThat(several.body()).hasSize(300_000);
    }

    @Test
    void conditionsAreHonored() throws Exception {
        Sample sample = stored("\"open\"");
        String etag = header(send(chunk(sample)), "ETag");
        HttpResponse<byte[]> known = send(chunk(sample).header("If-None-Match", "\"x\", W/" + etag));
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        assertThat(header(known, "ETag")).isEqualTo(etag);
        assertThat(send(chunk(sample).header("If-None-Match", "\"x\"")).statusCode())
                .isEqualTo(200);
        assertThat(send(chunk(sample).header("Range", "bytes=0-1").header("If-Range", etag))
                        .statusCode())
                .isEqualTo(206);
        assertThat(send(chunk(sample).header("Range", "bytes=0-1").header("If-Range", "\"x\""))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void headSaysWhatGetWould() throws Exception {
        HttpResponse<byte[]> head = send(chunk(stored("\"open\"")).HEAD().header("Range", "bytes=0-1"));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "Content-Length")).isEqualTo("300000");
        assertThat(header(head, "ETag")).isNotNull();
        assertThat(head.body()).isEmpty();
    }

    @Test
    void preflightAllowsRanges() throws Exception {
        HttpResponse<byte[]> response = send(chunk(stored("\"open\""))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", "https://viewer.example")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "range"));
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(response, "Access-Control-Allow-Headers")).contains("Range");
        assertThat(header(response, "Access-Control-Allow-Methods"))
                .contains("GET")
                .contains("HEAD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"embargoed\", \"embargoUntil\": \"2999-01-01\"", "\"restricted\"", "\"metadataOnly\""})
    void pixelsThatAreNotOpenAreHiddenFromAllButOwnerAndCurator(String access) throws Exception {
        Sample sample = stored(access);
        HttpResponse<byte[]> hidden = send(chunk(sample));
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(header(hidden, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(send(thumbnail(sample)).statusCode()).isEqualTo(404);
        assertThat(send(chunk(sample).header("Authorization", "Bearer nonsense"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(send(chunk(sample).header("Authorization", "Bearer " + Tokens.of("depositor", "nantes")))
                        .statusCode())
                .isEqualTo(404);
        assertThat(send(chunk(sample).header("Authorization", "Bearer " + Tokens.of("curator", "montpellier")))
                        .statusCode())
                .isEqualTo(404);
        HttpResponse<byte[]> shown =
                send(chunk(sample).header("Authorization", "Bearer " + Tokens.of("curator", "nantes")));
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(header(shown, "Cache-Control")).isEqualTo("private, no-store");
    }

    @Test
    void embargoEndsByItself() throws Exception {
        Sample sample = stored("\"embargoed\", \"embargoUntil\": \"2020-01-01\"");
        assertThat(send(chunk(sample)).statusCode()).isEqualTo(200);
        assertThat(send(thumbnail(sample)).statusCode()).isEqualTo(200);
    }

    @Test
    void newestVersionThatHasTheImageDecides() throws Exception {
        Sample sample = stored("\"open\"");
        samples.addVersion(sample.accession(), 2, "Closed", "\"restricted\"", List.of(sample.lead()));
        assertThat(send(chunk(sample)).statusCode()).isEqualTo(404);
        assertThat(send(thumbnail(sample)).statusCode()).isEqualTo(404);
        samples.addVersion(sample.accession(), 3, "Open again", "\"open\"", List.of(sample.lead()));
        assertThat(send(chunk(sample)).statusCode()).isEqualTo(200);
    }

    @Test
    void withdrawalActsAtOnce() throws Exception {
        Sample sample = stored("\"open\"");
        assertThat(send(chunk(sample)).statusCode()).isEqualTo(200);
        samples.withdraw(sample, "Wrong organism.");
        assertThat(send(chunk(sample)).statusCode()).isEqualTo(404);
        assertThat(send(thumbnail(sample)).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "missing",
                "0/c/9",
                "..%2f..%2f..%2fcatalog%2fx.json",
                "%2e%2e/zarr.json",
                "a//b",
                "",
                "0/c/0%00",
            })
    void whatIsNoObjectIsNotFound(String key) throws Exception {
        assertThat(send(request(stored("\"open\""), key)).statusCode()).isEqualTo(404);
    }

    @Test
    void anImageIsNotReadThroughAnotherDataSet() throws Exception {
        Sample one = stored("\"open\"");
        Sample other = stored("\"restricted\"");
        HttpRequest.Builder crossed =
                HttpRequest.newBuilder(at("/zarr/" + one.accession() + "/" + other.lead() + ".ome.zarr/zarr.json"));
        assertThat(send(crossed).statusCode()).isEqualTo(404);
    }

    @Test
    void thumbnailIsAPicture() throws Exception {
        HttpResponse<byte[]> response = send(thumbnail(stored("\"open\"")));
        assertThat(header(response, "Content-Type")).isEqualTo("image/jpeg");
        assertThat(response.body()).containsExactly(1, 2, 3);
    }

    @Test
    @ActivateRequestContext
    void outageOfTheStoreIsToldAndTemporary() {
        Sample sample = stored("\"open\"");
        StoreConfig nowhere =
                new StoreConfig(URI.create("http://localhost:9"), null, "us-east-1", "bucket", "key", "secret");
        try (ObjectStore dead = new ObjectStore(nowhere)) {
            Optional<ImageObject> object =
                    ImageObject.ofZarr("/zarr/" + sample.accession() + "/" + sample.lead() + ".ome.zarr/zarr.json");
            Response response = new ImageReader(access, user, dead, address, problems)
                    .answer(object, new Conditions(null, null, null), true);
            assertThat(response.getStatus()).isEqualTo(503);
            assertThat(response.getHeaderString("Retry-After")).isNotNull();
            assertThat(response.getHeaderString("Access-Control-Allow-Origin")).isEqualTo("*");
        }
    }

    private HttpRequest.Builder thumbnail(Sample sample) {
        return HttpRequest.newBuilder(at("/thumbnails/" + sample.accession() + "/" + sample.lead() + ".jpg"));
    }
}
