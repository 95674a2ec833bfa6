package org.vitrail.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a chart renders to.
 *
 * @param all every manifest, in the order of rendering
 */
record Manifests(List<JsonNode> all) {

    private static final YAMLMapper YAML = new YAMLMapper();

    /** Renders a chart of this module with a values file of the test resources; without one, with its defaults. */
    static Manifests render(String chart, String valuesFile) throws IOException {
        TemplateCommand command = template(chart);
        String rendered = (valuesFile == null ? command : command.withValuesFile(values(valuesFile))).call();
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(rendered)) {
            return new Manifests(documents.readAll().stream()
                    .filter(document -> document.isObject())
                    .toList());
        }
    }

    /** Helm's template command for a chart, as for a cluster of today. */
    static TemplateCommand template(String chart) {
        return new Helm(Path.of(chart)).template().withName("demo").withKubeVersion("1.31.0");
    }

    static Path values(String file) {
        return Path.of("src/test/resources", file);
    }

    Stream<JsonNode> listOfKind(String kind) {
        return all.stream().filter(manifest -> manifest.path("kind").asText().equals(kind));
    }

    JsonNode get(String kind, String name) {
        return listOfKind(kind)
                .filter(manifest -> manifest.at("/metadata/name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name + " among " + names()));
    }

    List<String> names() {
        return all.stream()
                .map(manifest -> manifest.path("kind").asText() + " "
                        + manifest.at("/metadata/name").asText())
                .toList();
    }

    /** The application's settings, as the one file mounted into all pods. */
    String settings() {
        return listOfKind("ConfigMap")
                .findFirst()
                .orElseThrow()
                .at("/data/application.properties")
                .asText();
    }

    /** The value of an environment variable of the first container, or the whole valueFrom where it is a reference. */
    static JsonNode variable(JsonNode deployment, String name) {
        for (JsonNode variable : deployment.at("/spec/template/spec/containers/0/env")) {
            if (variable.path("name").asText().equals(name)) {
                return variable.has("value") ? variable.path("value") : variable.path("valueFrom");
            }
        }
        throw new AssertionError("no variable " + name);
    }
}
