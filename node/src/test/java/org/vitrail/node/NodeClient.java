package org.vitrail.node;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/** A user of the node's REST, logged in at the real identity provider. */
public final class NodeClient {
    private static final Map<String, NodeClient> KNOWN = new ConcurrentHashMap<>();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final String token;

    private NodeClient(String token) {
        this.token = token;
    }

    /** A demo user with the roles and audience of this node. */
    public static NodeClient of(String user) {
        return KNOWN.computeIfAbsent(user, name -> withScope(name, "openid nantes"));
    }

    /** A demo user whose token is for other audiences. */
    public static NodeClient withScope(String user, String scope) {
        String token = given().baseUri(ConfigProvider.getConfig().getValue("vitrail.test.token-endpoint", String.class))
                .port(-1)
                .formParam("grant_type", "password")
                .formParam("client_id", "vitrail-cli")
                .formParam("username", user)
                .formParam("password", user)
                .formParam("scope", scope)
                .post()
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        return new NodeClient(token);
    }

    /** A request with this user's token. */
    public RequestSpecification request() {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** A description that can be submitted once its files have arrived. */
    public static String description(String... files) {
        List<String> images = Arrays.stream(files)
                .map(file -> "{\"files\":[\"%s\"],\"name\":\"%s\"}".formatted(file, file))
                .toList();
        return """
                {"title":"Random gray values, a test of this node",
                 "description":"Small pictures of random gray values, made by a test to see a deposit through its whole life.",
                 "creators":[{"name":"Depositor, Demo"}],"license":"CC-BY-4.0",
                 "organisms":["NCBITaxon:4577"],"imagingMethods":["FBbi:00000251"],
                 "access":"open","imageSets":[{"name":"all","images":[%s]}]}
                """.formatted(String.join(",", images));
    }

    /** Opens a draft; its id. */
    public String create(String description) {
        return request()
                .body(description)
                .post("/api/v1/deposits")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Replaces the description of a draft with its current ETag. */
    public Response replace(String deposit, String description) {
        String etag = request().get("/api/v1/deposits/" + deposit).header("ETag");
        return request().header("If-Match", etag).body(description).put("/api/v1/deposits/" + deposit);
    }

    /** Announces a file; its id. */
    public Response announce(String deposit, String path, long sizeBytes, String sha256) {
        String hash = sha256 == null ? "" : ",\"sha256\":\"" + sha256 + "\"";
        return request()
                .body("{\"path\":\"%s\",\"sizeBytes\":%d%s}".formatted(path, sizeBytes, hash))
                .post("/api/v1/deposits/" + deposit + "/files");
    }

    /** Sends one part through its presigned URL. */
    public void sendPart(String deposit, String fileId, int number, byte[] bytes) {
        String url = request()
                .body("{\"numbers\":[" + number + "]}")
                .post("/api/v1/deposits/" + deposit + "/files/" + fileId + "/parts")
                .then()
                .statusCode(200)
                .extract()
                .path("parts[0].url");
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest put = HttpRequest.newBuilder(URI.create(url))
                    .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
                    .build();
            HttpResponse<String> answer = http.send(put, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Completes a file. */
    public Response complete(String deposit, String fileId) {
        return request().post("/api/v1/deposits/" + deposit + "/files/" + fileId + "/complete");
    }

    /** Announces, sends in parts and completes. */
    public void upload(String deposit, String path, byte[] bytes) {
        Response announced = announce(deposit, path, bytes.length, null);
        assertThat(announced.statusCode()).as(announced.asString()).isEqualTo(200);
        String fileId = announced.path("fileId");
        int partSize = announced.<Number>path("partSizeBytes").intValue();
        for (int from = 0, number = 1; from < bytes.length; from += partSize, number++) {
            sendPart(deposit, fileId, number, Arrays.copyOfRange(bytes, from, Math.min(from + partSize, bytes.length)));
        }
        Response completed = complete(deposit, fileId);
        assertThat(completed.statusCode()).as(completed.asString()).isEqualTo(200);
    }

    /** Submits. */
    public Response submit(String deposit) {
        return request().post("/api/v1/deposits/" + deposit + "/submit");
    }

    /** Accepts, once conversions have ended. */
    public Response accept(String deposit) {
        Instant end = Instant.now().plus(PATIENCE);
        Response answer = request().post("/api/v1/deposits/" + deposit + "/accept");
        while (String.valueOf((Object) answer.path("type")).endsWith("conversion-running")
                && Instant.now().isBefore(end)) {
            pause();
            answer = request().post("/api/v1/deposits/" + deposit + "/accept");
        }
        return answer;
    }

    /** Accepts, once conversions have ended, and decides before about findings, if there are any. */
    public Response decideAndAccept(String deposit) {
        Response answer = accept(deposit);
        if (!String.valueOf((Object) answer.path("type")).endsWith("findings-undecided")) {
            return answer;
        }
        String findings = "/api/v1/deposits/" + deposit + "/findings";
        List<String> ids = request().get(findings).path("findings.findAll { it.treatment == 'CURATOR' }.id");
        String quoted = ids.stream().map(id -> '"' + id + '"').collect(Collectors.joining(","));
        request()
                .body("{\"decision\":\"remove-and-publish\",\"reason\":\"Looked at\",\"acknowledged\":[%s]}"
                        .formatted(quoted))
                .post(findings + "/decision")
                .then()
                .statusCode(200);
        return accept(deposit);
    }

    /** Waits until a deposit is in a state; the deposit then. */
    public Response await(String deposit, String state) {
        Instant end = Instant.now().plus(PATIENCE);
        Response answer = request().get("/api/v1/deposits/" + deposit);
        while (!state.equals(answer.path("state")) && Instant.now().isBefore(end)) {
            pause();
            answer = request().get("/api/v1/deposits/" + deposit);
        }
        assertThat(answer.<String>path("state")).as(answer.asString()).isEqualTo(state);
        return answer;
    }

    /** Waits until no image of a deposit is on its way any more; the deposit then. */
    public Response awaitImages(String deposit) {
        Instant end = Instant.now().plus(PATIENCE);
        Response answer = request().get("/api/v1/deposits/" + deposit);
        while (Instant.now().isBefore(end)
                && !List.of("converted", "refused").containsAll(answer.<List<String>>path("images.state"))) {
            pause();
            answer = request().get("/api/v1/deposits/" + deposit);
        }
        return answer;
    }

    /** Waits until so many images of a deposit are converted; the deposit then. */
    public Response awaitConverted(String deposit, int images) {
        Instant end = Instant.now().plus(PATIENCE);
        Response answer = request().get("/api/v1/deposits/" + deposit);
        while (answer.<List<String>>path("images.state").stream()
                                .filter("converted"::equals)
                                .count()
                        < images
                && Instant.now().isBefore(end)) {
            pause();
            answer = request().get("/api/v1/deposits/" + deposit);
        }
        return answer;
    }

    /** From a description and its files to a published data set; its accession. */
    public String publish(String description, Map<String, byte[]> files) {
        String deposit = create(description);
        files.forEach((path, bytes) -> upload(deposit, path, bytes));
        Response submitted = submit(deposit);
        assertThat(submitted.statusCode()).as(submitted.asString()).isEqualTo(200);
        Response accepted = of("curator").decideAndAccept(deposit);
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
        return await(deposit, "published").path("accession");
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
