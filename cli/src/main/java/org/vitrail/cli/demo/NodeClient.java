package org.vitrail.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Optional;
import org.vitrail.schema.dataset.DatasetDescription;
import org.vitrail.schema.dataset.SchemaJson;

/** A node's REST interface, contracts §4, as the demo's depositor and curator use it. */
final class NodeClient {

    static final String DEPOSITOR = "depositor";
    static final String CURATOR = "curator";

    private final String name;
    private final URI base;
    private final LogIn logIn;
    private final JsonHttp http;
    private final ObjectMapper json = SchemaJson.mapper();

    NodeClient(String name, URI base, LogIn logIn, JsonHttp http) {
        this.name = name;
        this.base = base;
        this.logIn = logIn;
        this.http = http;
    }

    String name() {
        return name;
    }

    /** The depositor's own deposit of that title, the newest one. */
    Optional<JsonNode> findOwn(String title) {
        for (JsonNode deposit : http.get(at("/deposits?mine=true"), token(DEPOSITOR))) {
            if (deposit.path("title").asText().equals(title)) {
                return Optional.of(deposit);
            }
        }
        return Optional.empty();
    }

    /** A new draft. */
    JsonNode create(DatasetDescription description) {
        return http.post(at("/deposits"), token(DEPOSITOR), json.valueToTree(description));
    }

    JsonNode deposit(String id) {
        return http.get(at("/deposits/" + id), token(DEPOSITOR));
    }

    /** Announces a file; {@code stored} in the answer says that it is there already. */
    JsonNode announce(String deposit, String path, long sizeBytes, String sha256) {
        ObjectNode body = json.createObjectNode();
        body.put("path", path).put("sizeBytes", sizeBytes).put("sha256", sha256);
        return http.post(at("/deposits/" + deposit + "/files"), token(DEPOSITOR), body);
    }

    /** Where to put one part, from 1. */
    URI partAddress(String deposit, String file, int number) {
        ObjectNode body = json.createObjectNode();
        body.putArray("numbers").add(number);
        JsonNode answer = http.post(at("/deposits/" + deposit + "/files/" + file + "/parts"), token(DEPOSITOR), body);
        return URI.create(answer.path("parts").path(0).path("url").asText());
    }

    void complete(String deposit, String file) {
        http.post(at("/deposits/" + deposit + "/files/" + file + "/complete"), token(DEPOSITOR), null);
    }

    void submit(String deposit) {
        http.post(at("/deposits/" + deposit + "/submit"), token(DEPOSITOR), null);
    }

    void accept(String deposit) {
        http.post(at("/deposits/" + deposit + "/accept"), token(CURATOR), null);
    }

    /** The human page of a data set. */
    URI landingPage(String accession) {
        return base.resolve("/datasets/" + accession);
    }

    /** The root of an image's OME-Zarr. */
    URI zarr(String accession, String image) {
        return base.resolve("/zarr/" + accession + "/" + image + ".ome.zarr");
    }

    private URI at(String path) {
        return base.resolve("/api/v1" + path);
    }

    private String token(String user) {
        return logIn.token(user, name);
    }
}
