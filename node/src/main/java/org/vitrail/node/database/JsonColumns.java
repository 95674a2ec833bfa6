package org.vitrail.node.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.vitrail.schema.dataset.SchemaJson;

/** Turns records into the text of {@code jsonb} columns and back. Thread-safe. */
@ApplicationScoped
public class JsonColumns {
    private final ObjectMapper mapper = SchemaJson.mapper();

    /** The JSON of a record. */
    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON for " + value.getClass(), e);
        }
    }

    /** The record in a column; the column must not be null. */
    public <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON column holds no " + type, e);
        }
    }

    /** As {@link #read(String, Class)}, for lists. */
    public <T> T read(String json, TypeReference<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON column holds no " + type.getType(), e);
        }
    }
}
