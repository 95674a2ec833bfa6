package org.vitrail.gateway.index;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Puts texts into a document, none longer than the index takes; remembers which were cut. */
final class DocumentJson {
    static final int LONG_TEXT = 100_000;
    static final int SHORT_TEXT = 2_000;
    private static final int MOST_VALUES = 2_000;
    /** A keyword of Lucene holds 32 766 bytes of UTF-8 at most. */
    private static final int KEYWORD = 1_000;

    private final ObjectNode document;
    private final List<String> truncated = new ArrayList<>();

    DocumentJson(ObjectNode document) {
        this.document = document;
    }

    /** A text; nothing where null. */
    void text(String field, String value, int longest) {
        if (value != null) {
            document.put(field, cut(field, value, longest));
        }
    }

    /** Texts; blank ones are left out. */
    void texts(String field, Collection<String> values) {
        if (values.size() > MOST_VALUES) {
            truncated.add(field);
        }
        strings(
                document,
                field,
                values.stream()
                        .filter(Objects::nonNull)
                        .filter(value -> !value.isBlank())
                        .limit(MOST_VALUES)
                        .map(value -> cut(field, value, KEYWORD))
                        .toList());
    }

    private String cut(String field, String value, int longest) {
        if (value.length() <= longest) {
            return value;
        }
        if (!truncated.contains(field)) {
            truncated.add(field);
        }
        int end = Character.isHighSurrogate(value.charAt(longest - 1)) ? longest - 1 : longest;
        return value.substring(0, end);
    }

    /** Names the fields that were cut, where there are any. */
    void noteTruncated() {
        if (!truncated.isEmpty()) {
            strings(document, "truncated", truncated);
        }
    }

    static void strings(ObjectNode node, String field, Collection<String> values) {
        ArrayNode array = node.putArray(field);
        values.forEach(array::add);
    }

    static String text(URI address) {
        return address == null ? null : address.toString();
    }
}
