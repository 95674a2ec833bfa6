package org.vitrail.node.doi.datacite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrail.node.doi.datacite.DataCiteAnswer.State;

/** An HTTP answer of DataCite, read as JSON:API. @param retryAfter the header; empty if absent */
record Reply(int status, String body, Optional<String> retryAfter) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 500;

    /** The state of the DOI; empty where the answer holds none. */
    Optional<State> state() {
        return State.find(json().at("/data/attributes/state").asText());
    }

    /** Whether it says that the DOI exists already. */
    boolean isTaken() {
        return status == 409
                || status == 422 && errors().toLowerCase(java.util.Locale.ROOT).contains("already been taken");
    }

    /** Status and {@code errors[].title}, with what each is about; short, and on one line. */
    String errors() {
        List<String> titles = new ArrayList<>();
        JsonNode errors = json().path("errors");
        (errors.isArray() ? errors : List.of(errors)).forEach(error -> {
            String source = error.path("source").asText();
            String title = error.path("title").asText();
            if (!title.isBlank()) {
                titles.add(source.isBlank() ? title : source + ": " + title);
            }
        });
        String text = (status + " " + String.join("; ", titles))
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private JsonNode json() {
        try {
            JsonNode read = JSON.readTree(body);
            return read == null ? MissingNode.getInstance() : read;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
