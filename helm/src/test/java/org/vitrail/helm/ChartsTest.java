package org.vitrail.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for both charts, whatever the values. */
class ChartsTest {

    private static final Pattern SECRET_NAME = Pattern.compile(".*(PASSWORD|SECRET|ACCESS_KEY|USERNAME).*");

    @ParameterizedTest
    @ValueSource(strings = {"node", "gateway"})
    void chartIsLintedWithoutFaults(String chart) {
        LintResult result = new Helm(Path.of(chart)).lint().call();
        assertThat(result.isFailed())
                .as(String.join("\n", result.getMessages()))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "node, node-minimal.yaml",
        "node, node-full.yaml",
        "gateway, gateway-minimal.yaml",
        "gateway, gateway-full.yaml"
    })
    void podsAreRestrictedAndProbed(String chart, String values) throws IOException {
        List<JsonNode> deployments =
                Manifests.render(chart, values).listOfKind("Deployment").toList();
        assertThat(deployments).hasSize(chart.equals("node") ? 3 : 2);
        for (JsonNode deployment : deployments) {
            JsonNode pod = deployment.at("/spec/template/spec");
            assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
            JsonNode container = pod.at("/containers/0");
            assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                    .isTrue();
            assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
            assertThat(container.at("/securityContext/capabilities/drop/0").asText())
                    .isEqualTo("ALL");
            assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
            assertThat(container.at("/startupProbe/httpGet/path").asText()).isEqualTo("/q/health/started");
            assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/q/health/live");
            assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/q/health/ready");
        }
    }

    @ParameterizedTest
    @CsvSource({"node, node-full.yaml", "gateway, gateway-full.yaml"})
    void secretsAreReferencesAndTheChartMakesNone(String chart, String values) throws IOException {
        Manifests manifests = Manifests.render(chart, values);
        assertThat(manifests.listOfKind("Secret")).isEmpty();
        assertThat(manifests.settings()).doesNotContainPattern("(?i)(password|secret|access-key)");
        manifests
                .listOfKind("Deployment")
                .flatMap(deployment -> deployment.findValues("env").stream())
                .forEach(env -> env.forEach(variable -> {
                    if (SECRET_NAME.matcher(variable.path("name").asText()).matches()) {
                        assertThat(variable.has("value")).isFalse();
                        assertThat(variable.at("/valueFrom/secretKeyRef/name").asText())
                                .isNotEmpty();
                    }
                }));
    }

    @ParameterizedTest
    @CsvSource({"node, node-full.yaml", "gateway, gateway-full.yaml"})
    void servicesBudgetsAndScalersPointAtPodsThatExist(String chart, String values) throws IOException {
        Manifests manifests = Manifests.render(chart, values);
        List<JsonNode> pods = manifests
                .listOfKind("Deployment")
                .map(deployment -> deployment.at("/spec/template/metadata/labels"))
                .toList();
        manifests
                .listOfKind("Service")
                .map(service -> service.at("/spec/selector"))
                .forEach(selector -> assertSelected(pods, selector));
        manifests
                .listOfKind("PodDisruptionBudget")
                .map(budget -> budget.at("/spec/selector/matchLabels"))
                .forEach(selector -> assertSelected(pods, selector));
        manifests
                .listOfKind("HorizontalPodAutoscaler")
                .map(scaler -> scaler.at("/spec/scaleTargetRef/name").asText())
                .forEach(name -> assertThat(
                                manifests.get("Deployment", name).path("spec").has("replicas"))
                        .isFalse());
        assertThat(manifests.listOfKind("NetworkPolicy")).hasSize(1);
        assertThat(manifests.listOfKind("Ingress")).hasSize(1);
    }

    @Test
    void settingsAreReadBackAsTheyWereGiven() throws IOException {
        Properties settings = new Properties();
        settings.load(new java.io.StringReader(
                Manifests.render("node", "node-full.yaml").settings()));
        assertThat(settings)
                .containsEntry("vitrail.node.title", "Images of \\${Nantes} \\ \"Loire\"") // \${ is no expression
                .containsEntry("vitrail.node.mode", "demonstration")
                .containsEntry("vitrail.storage.public-endpoint", "https://uploads.example")
                .containsEntry("vitrail.ingest.scratch-limit", "150G")
                .containsEntry("vitrail.deposit.further-licenses", "ODbL-1.0")
                .containsEntry("config_ordinal", "275");
    }

    private static void assertSelected(List<JsonNode> pods, JsonNode selector) {
        assertThat(pods)
                .anySatisfy(labels -> selector.properties()
                        .forEach(
                                entry -> assertThat(labels.path(entry.getKey())).isEqualTo(entry.getValue())));
    }
}
