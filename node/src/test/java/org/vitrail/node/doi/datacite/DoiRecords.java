package org.vitrail.node.doi.datacite;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The DOIs of the stand-in, by DataCite's documented rules: a draft needs nothing but its name; what is registered or findable
 * needs a URL and valid metadata; draft → registered → findable, back from findable to registered only, and never to draft.
 */
final class DoiRecords {
    private final String prefix;
    private final Map<String, Stored> stored = new HashMap<>();
    private final Map<String, Integer> created = new HashMap<>();
    private final Set<String> others = new HashSet<>();
    private final MetadataJudge judge = new MetadataJudge();

    DoiRecords(String prefix) {
        this.prefix = prefix;
    }

    record Stored(String doi, String state, String url, String xml) {}

    /** Why a request is refused, as DataCite words it. */
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;
        private final int status;
        private final String source;

        Refusal(int status, String source, String title) {
            super(title);
            this.status = status;
            this.source = source;
        }

        int status() {
            return status;
        }

        String source() {
            return source;
        }
    }

    Stored create(JsonNode attributes) throws Refusal {
        String doi = attributes.path("doi").asText().toLowerCase(Locale.ROOT);
        if (!doi.startsWith(prefix + "/")) {
            throw new Refusal(403, "403", "You are not authorized to access this resource.");
        }
        if (stored.containsKey(doi) || others.contains(doi)) {
            throw new Refusal(422, "doi", "This DOI has already been taken");
        }
        Stored made = changed(new Stored(doi, "draft", null, null), attributes);
        created.merge(doi, 1, Integer::sum);
        stored.put(doi, made);
        return made;
    }

    Stored update(String doi, JsonNode attributes) throws Refusal {
        if (others.contains(doi)) {
            throw new Refusal(403, "403", "You are not authorized to access this resource.");
        }
        Stored changed = changed(find(doi), attributes);
        stored.put(doi, changed);
        return changed;
    }

    Stored find(String doi) throws Refusal {
        if (!stored.containsKey(doi)) {
            throw new Refusal(404, "404", "The resource you are looking for doesn't exist.");
        }
        return stored.get(doi);
    }

    Stored get(String doi) {
        return stored.get(doi);
    }

    Map<String, String> states() {
        return stored.values().stream().collect(Collectors.toMap(Stored::doi, Stored::state));
    }

    int created(String doi) {
        return created.getOrDefault(doi, 0);
    }

    void takeForAnother(String doi) {
        others.add(doi);
    }

    private Stored changed(Stored before, JsonNode attributes) throws Refusal {
        String url = attributes.has("url") ? attributes.get("url").asText() : before.url();
        String xml = attributes.has("xml") ? decoded(attributes.get("xml").asText()) : before.xml();
        String state = next(before.state(), attributes.path("event").asText());
        if (!state.equals("draft")) {
            if (url == null || !url.matches("https?://\\S+")) {
                throw new Refusal(422, "url", "URL is not valid");
            }
            if (xml == null) {
                throw new Refusal(422, "xml", "Xml can't be blank");
            }
            judge.judge(xml, before.doi());
        }
        return new Stored(before.doi(), state, url, xml);
    }

    /** An event that a state does not know changes nothing, and is no error. */
    private static String next(String state, String event) {
        return switch (event) {
            case "publish" -> "findable";
            case "register" -> state.equals("draft") ? "registered" : state;
            case "hide" -> state.equals("findable") ? "registered" : state;
            default -> state;
        };
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
