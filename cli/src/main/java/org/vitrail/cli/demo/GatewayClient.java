package org.vitrail.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The gateway's interface, contracts §5, as a visitor uses it. */
public final class GatewayClient {

    private static final int MOST_PAGES = 100;

    private final URI base;
    private final JsonHttp http;

    public GatewayClient(URI base, JsonHttp http) {
        this.base = base;
        this.http = http;
    }

    public URI base() {
        return base;
    }

    /** Asks it to harvest a node soon; that it was asked a moment ago is no failure. */
    public void ping(String node) {
        try {
            http.post(base.resolve("/api/v1/nodes/" + node + "/ping"), null, null);
        } catch (DemoFailed refused) {
            if (!refused.getMessage().contains(" answered 429")) {
                throw refused;
            }
        }
    }

    /** Every data set in the index, by identifier. */
    public Map<String, JsonNode> listDatasets() {
        return listAll("datasets");
    }

    /** Every image in the index, by identifier. */
    public Map<String, JsonNode> listImages() {
        return listAll("images");
    }

    /** How many data sets a search for some words finds. */
    public int count(String words) {
        return search("datasets", "q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .path("total")
                .asInt();
    }

    /** The registered nodes with their last harvest. */
    public JsonNode nodes() {
        return http.get(base.resolve("/api/v1/nodes"), null);
    }

    private Map<String, JsonNode> listAll(String kind) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        JsonNode page = search(kind, "size=100");
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            page.path("results").forEach(hit -> found.put(hit.path("identifier").asText(), hit));
            if (!page.hasNonNull("next")) {
                break;
            }
            page = http.get(URI.create(page.get("next").asText()), null);
        }
        return found;
    }

    private JsonNode search(String kind, String query) {
        return http.get(base.resolve("/api/v1/search/" + kind + "?" + query), null);
    }
}
