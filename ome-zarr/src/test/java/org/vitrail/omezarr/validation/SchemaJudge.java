package org.vitrail.omezarr.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.vitrail.pixels.Samples;

/** The official JSON schemas of one version of OME-NGFF. */
final class SchemaJudge {

    private final JsonSchemaFactory factory;
    private final String base;
    private final Map<String, JsonSchema> schemas = new HashMap<>();
    private final Path folder;

    SchemaJudge(String version) {
        this.folder = Samples.shared("schemas/ngff/" + version);
        this.base = "https://ngff.openmicroscopy.org/" + version + "/schemas/";
        this.factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaMappers(
                        mappers -> mappers.mapPrefix(base, folder.toUri().toString())));
    }

    /** True when the attributes of a group hold a schema, e.g. {@code plate}. */
    boolean holds(String schema, JsonNode attributes) {
        return schemas.computeIfAbsent(schema, name -> factory.getSchema(SchemaLocation.of(base + name + ".schema")))
                .validate(attributes)
                .isEmpty();
    }
}
