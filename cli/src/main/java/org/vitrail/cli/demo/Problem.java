package org.vitrail.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Problem details (RFC 9457) as one line of text. */
final class Problem {

    private Problem() {}

    /** Title and detail, then each fault of a description with its path. */
    static String text(JsonNode problem) {
        List<String> parts = new ArrayList<>();
        String detail = problem.path("detail").asText("");
        parts.add(detail.isBlank() ? problem.path("title").asText(problem.toString()) : detail);
        for (JsonNode fault : problem.path("faults")) {
            String message = fault.path("message").asText();
            if (!detail.contains(message)) {
                parts.add(fault.path("path").asText() + ": " + message);
            }
        }
        return String.join(" ", parts);
    }
}
