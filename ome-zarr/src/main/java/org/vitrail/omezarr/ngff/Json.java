package org.vitrail.omezarr.ngff;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads and prints documents; printed the same on every platform. */
public final class Json {

    /** A tree takes some 50 bytes a token: no document may fill the memory, however many brackets it has. */
    private static final long MOST_TOKENS = 2_000_000;

    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxNestingDepth(100)
            .maxTokenCount(MOST_TOKENS)
            .build();

    private static final ObjectMapper MAPPER =
            new ObjectMapper(JsonFactory.builder().streamReadConstraints(BOUNDS).build());

    private Json() {}

    static byte[] print(JsonNode node) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(lines);
        try {
            return (MAPPER.writer(printer).writeValueAsString(node) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree can always be printed", impossible);
        }
    }

    /**
     * The object in a document; of keys that stand twice the last.
     *
     * @throws BadMetadata when it is no JSON object, or is absurdly long or deep
     */
    public static JsonNode parse(byte[] document) throws BadMetadata {
        try {
            JsonNode node = MAPPER.readTree(document);
            if (node == null || !node.isObject()) {
                throw new BadMetadata("it is no JSON object");
            }
            return node;
        } catch (IOException bad) {
            throw new BadMetadata("it is no JSON: " + bad.getMessage().replaceAll("\\s+", " "));
        }
    }

    /** A key that stands twice in one object of a document that can be parsed; empty when there is none. RFC 8259 §4. */
    public static Optional<String> findDuplicateKey(byte[] document) {
        Deque<Set<String>> open = new ArrayDeque<>();
        try (JsonParser parser = MAPPER.getFactory().createParser(document)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case START_OBJECT -> open.push(new HashSet<>());
                    case END_OBJECT -> open.pop();
                    case FIELD_NAME -> {
                        if (!open.element().add(parser.currentName())) {
                            return Optional.of(parser.currentName());
                        }
                    }
                    default -> {
                        // values have no names
                    }
                }
            }
            return Optional.empty();
        } catch (IOException trailing) {
            return Optional.empty();
        }
    }
}
