package org.vitrail.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.vitrail.schema.dataset.DatasetDescription;
import org.vitrail.schema.dataset.SchemaJson;

/** A node's REST interface, contracts §4, as the demo's depositor and curator use it. */
public final class NodeClient {

    public static final String DEPOSITOR = "depositor";
    public static final String CURATOR = "curator";

    private final String name;
    private final URI base;
    private final UnaryOperator<String> tokens;
    private final JsonHttp http;
    private final ObjectMapper json = SchemaJson.mapper();

    public NodeClient(String name, URI base, LogIn logIn, JsonHttp http) {
        this(name, base, user -> logIn.token(user, name), http);
    }

    /** @param tokens access token by user; one for all where there is one user only */
    public NodeClient(String name, URI base, UnaryOperator<String> tokens, JsonHttp http) {
        this.name = name;
        this.base = base;
        this.tokens = tokens;
        this.http = http;
    }

    public String name() {
        return name;
    }

    /** The depositor's own deposit of that title, the newest one. */
    public Optional<JsonNode> findOwn(String title) {
        for (JsonNode deposit : http.get(at("/deposits?mine=true"), token(DEPOSITOR))) {
            if (deposit.path("title").asText().equals(title)) {
                return Optional.of(deposit);
            }
        }
        return Optional.empty();
    }

    /** A new draft. */
    public JsonNode create(DatasetDescription description) {
        return http.post(at("/deposits"), token(DEPOSITOR), json.valueToTree(description));
    }

    /** A draft with another description. @param before as it was read */
    public JsonNode replace(JsonNode before, DatasetDescription description) {
        String address = "/deposits/" + before.path("id").asText();
        String revision = "\"" + before.path("revision").asLong() + "\"";
        return http.replace(at(address), token(DEPOSITOR), revision, json.valueToTree(description));
    }

    /** The page of a deposit, for people who are logged in. */
    public URI page(String deposit) {
        return base.resolve("/my/deposits/" + deposit);
    }

    public JsonNode deposit(String id) {
        return http.get(at("/deposits/" + id), token(DEPOSITOR));
    }

    /** Announces a file; {@code stored} in the answer says that it is there already. */
    public JsonNode announce(String deposit, String path, long sizeBytes, String sha256) {
        ObjectNode body = json.createObjectNode();
        body.put("path", path).put("sizeBytes", sizeBytes).put("sha256", sha256);
        return http.post(at("/deposits/" + deposit + "/files"), token(DEPOSITOR), body);
    }

    /** Where to put one part, from 1. */
    public URI partAddress(String deposit, String file, int number) {
        ObjectNode body = json.createObjectNode();
        body.putArray("numbers").add(number);
        JsonNode answer = http.post(at("/deposits/" + deposit + "/files/" + file + "/parts"), token(DEPOSITOR), body);
        return URI.create(answer.path("parts").path(0).path("url").asText());
    }

    public void complete(String deposit, String file) {
        http.post(at("/deposits/" + deposit + "/files/" + file + "/complete"), token(DEPOSITOR), null);
    }

    public void submit(String deposit) {
        http.post(at("/deposits/" + deposit + "/submit"), token(DEPOSITOR), null);
    }

    /**
     * Has the curator accept a deposit; what in its files could reveal a person is decided before, as a curator does who has looked
     * at all of it: the samples are published elsewhere already.
     */
    public void accept(String deposit) {
        JsonNode state = http.get(at("/deposits/" + deposit + "/findings"), token(CURATOR));
        if (state.path("undecided").asBoolean()) {
            ObjectNode decision = json.createObjectNode();
            decision.put("decision", "remove-and-publish").put("reason", "Public samples, looked at for the demo");
            ArrayNode acknowledged = decision.putArray("acknowledged");
            for (JsonNode finding : state.path("findings")) {
                if (finding.path("treatment").asText().equals("CURATOR")) {
                    acknowledged.add(finding.path("id").asText());
                }
            }
            http.post(at("/deposits/" + deposit + "/findings/decision"), token(CURATOR), decision);
        }
        http.post(at("/deposits/" + deposit + "/accept"), token(CURATOR), null);
    }

    /** The human page of a data set. */
    public URI landingPage(String accession) {
        return base.resolve("/datasets/" + accession);
    }

    /** The root of an image's OME-Zarr. */
    public URI zarr(String accession, String image) {
        return base.resolve("/zarr/" + accession + "/" + image + ".ome.zarr");
    }

    private URI at(String path) {
        return base.resolve("/api/v1" + path);
    }

    private String token(String user) {
        return tokens.apply(user);
    }
}
