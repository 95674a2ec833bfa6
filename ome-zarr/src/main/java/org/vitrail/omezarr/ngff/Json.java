package org.vitrail.omezarr.ngff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads and prints documents; printed the same on every platform. */
final class Json {

    /** A tree takes some 50 bytes a token: no document may fill the memory, however many brackets it has. */
    private static final long MOST_TOKENS = 2_000_000;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(100)
                        .maxTokenCount(MOST_TOKENS)
                        .build());
    }

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

    static JsonNode parse(byte[] document) throws BadMetadata {
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
}
