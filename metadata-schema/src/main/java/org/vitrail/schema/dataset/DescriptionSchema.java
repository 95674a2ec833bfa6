package org.vitrail.schema.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import org.vitrail.schema.dataset.RecordForm.Field;

/**
 * JSON Schema 2020-12 of a description, made from its records: what they read is what the schema takes. Meanings stand in
 * fields.properties, limits in schema-rules.json under {@code Record} or {@code Record.field}; check digits, known terms
 * and what concerns several fields at once are {@link DescriptionValidator}'s alone.
 */
public final class DescriptionSchema {
    /** The same for all nodes; it says which schema this is, not where to get it. */
    public static final String ID = "https://w3id.org/vitrail/schemas/dataset.schema.json";

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final String TERM = "^(?:not-applicable|[A-Za-z][A-Za-z0-9_.-]*:[A-Za-z0-9_.-]+)$";

    private final ObjectNode definitions = JsonNodeFactory.instance.objectNode();
    private final JsonNode rules;
    private final Properties meanings;

    private DescriptionSchema() {
        try (InputStream in = DescriptionSchema.class.getResourceAsStream("schema-rules.json")) {
            rules = SchemaJson.shared().readTree(in);
            meanings = meanings();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What each field means in English, by {@code Record.field}. */
    static Properties meanings() {
        Properties meanings = new Properties();
        try (InputStream in = DescriptionSchema.class.getResourceAsStream("fields.properties");
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            meanings.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return meanings;
    }

    /** The schema as JSON. */
    public static String write() {
        return new DescriptionSchema().document().toPrettyString();
    }

    private ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("$schema", DIALECT).put("$id", ID).put("title", "Description of a data set");
        document.put("description", "dataset.yaml, and the JSON of the interface of a Vitrail node.");
        document.setAll(object(DatasetDescription.class));
        definitions.set("TermReference", term());
        document.set("$defs", definitions);
        return document;
    }

    private ObjectNode object(Class<? extends Record> type) {
        ObjectNode object = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = object.putObject("properties");
        for (Field field : RecordForm.of(type).fields()) {
            properties.set(field.name(), property(type.getSimpleName() + "." + field.name(), field));
        }
        object.put("additionalProperties", false);
        return limited(object, type.getSimpleName());
    }

    private ObjectNode property(String key, Field field) {
        ObjectNode property = JsonNodeFactory.instance.objectNode();
        property.put("title", field.name()).put("description", meanings.getProperty(key));
        if (field.list()) {
            property.put("type", "array").set("items", value(field));
        } else {
            property.setAll(value(field));
        }
        return limited(property, key);
    }

    private ObjectNode limited(ObjectNode schema, String key) {
        if (rules.has(key)) {
            schema.setAll((ObjectNode) rules.get(key).deepCopy());
        }
        return schema;
    }

    private ObjectNode value(Field field) {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        return switch (field.kind()) {
            case TEXT -> value.put("type", "string");
            case REAL -> value.put("type", "number");
            case WHOLE -> value.put("type", "integer");
            case TRUTH -> value.put("type", "boolean");
            case DAY -> value.put("type", "string").put("format", "date").put("pattern", "^\\d{4}-\\d{2}-\\d{2}$");
            case WORD -> words(value, field);
            case TERM -> value.put("$ref", "#/$defs/TermReference");
            case AGENT, RECORD -> reference(value, field.type().asSubclass(Record.class));
        };
    }

    private static ObjectNode words(ObjectNode value, Field field) {
        ArrayNode words = value.putArray("enum");
        Arrays.stream(field.type().getEnumConstants()).map(RecordForm::word).forEach(words::add);
        return value;
    }

    private ObjectNode reference(ObjectNode value, Class<? extends Record> type) {
        if (!definitions.has(type.getSimpleName())) {
            definitions.set(type.getSimpleName(), object(type));
        }
        return value.put("$ref", "#/$defs/" + type.getSimpleName());
    }

    private static ObjectNode term() {
        ObjectNode term = JsonNodeFactory.instance.objectNode();
        term.put(
                "description",
                "An ontology's term: a CURIE, not-applicable, or id and label of which one may be absent.");
        ArrayNode forms = term.putArray("anyOf");
        forms.addObject().put("type", "string").put("pattern", TERM);
        ObjectNode object = forms.addObject().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = object.putObject("properties");
        properties.putObject("id").put("type", "string").put("pattern", TERM);
        properties.putObject("label").put("type", "string").put("pattern", "\\S");
        ArrayNode either = object.putArray("anyOf");
        either.addObject().putArray("required").add("id");
        either.addObject().putArray("required").add("label");
        return term;
    }
}
