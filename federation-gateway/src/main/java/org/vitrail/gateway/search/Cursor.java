package org.vitrail.gateway.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Where a page ended: the sort values of its last hit, bound to the search that they belong to. It names a place in the order
 * and not a number of hits, so that there is no last page that can be reached, and it never grows old.
 */
final class Cursor {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SORT_VALUES = 2;
    private static final int LONGEST = 4_000;
    private static final int FINGERPRINT_BYTES = 9;

    private Cursor() {}

    static String write(SearchParameters parameters, List<FieldValue> last) {
        ArrayNode array = JSON.createArrayNode().add(fingerprint(parameters));
        for (FieldValue value : last) {
            switch (value._kind()) {
                case Long -> array.add(value.longValue());
                case Double -> array.add(value.doubleValue());
                case Null -> array.addNull();
                default -> array.add(value._toJsonString());
            }
        }
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(array));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A cursor could not be written.", e);
        }
    }

    /** @throws BadParameter when it is not ours, or of another search */
    static List<FieldValue> read(SearchParameters parameters, String cursor) {
        JsonNode array = parse(cursor);
        if (!array.isArray() || array.size() != SORT_VALUES + 1) {
            throw unknown();
        }
        if (!array.get(0).asText().equals(fingerprint(parameters))) {
            throw new BadParameter(
                    "cursor", "This cursor belongs to another search; use the address in \"next\" as it is.");
        }
        List<FieldValue> values = new ArrayList<>();
        if (!isPlace(parameters.sort(), array.get(1)) || !array.get(2).isTextual()) {
            throw unknown();
        }
        for (int i = 1; i < array.size(); i++) {
            values.add(value(array.get(i)));
        }
        return values;
    }

    /** Whether the value is of the kind that the order gives; the engine refuses all others. */
    private static boolean isPlace(Sort sort, JsonNode value) {
        return switch (sort) {
            case RELEVANCE -> value.isNumber();
            case NEWEST, OLDEST -> value.isIntegralNumber() && value.canConvertToLong();
            case TITLE -> value.isTextual() || value.isNull();
        };
    }

    private static JsonNode parse(String cursor) {
        if (cursor.length() > LONGEST) {
            throw unknown();
        }
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(cursor));
        } catch (IllegalArgumentException | IOException e) {
            throw unknown();
        }
    }

    private static FieldValue value(JsonNode node) {
        if (node.isIntegralNumber()) {
            return FieldValue.of(node.longValue());
        }
        if (node.isNumber()) {
            return FieldValue.of(node.doubleValue());
        }
        if (node.isNull()) {
            return FieldValue.NULL;
        }
        if (node.isTextual()) {
            return FieldValue.of(node.textValue());
        }
        throw unknown();
    }

    private static BadParameter unknown() {
        return new BadParameter("cursor", "This is no cursor of this gateway; begin again without one.");
    }

    private static String fingerprint(SearchParameters parameters) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(parameters.fingerprintText().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, FINGERPRINT_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
