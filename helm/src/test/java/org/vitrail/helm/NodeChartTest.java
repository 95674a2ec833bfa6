package org.vitrail.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeChartTest {

    @Test
    void webAndWorkerAreApartAndOnlyTheWorkerHasScratch() throws IOException {
        Manifests manifests = Manifests.render("node", "node-minimal.yaml");
        JsonNode web = manifests.get("Deployment", "demo-vitrail-node-web");
        JsonNode worker = manifests.get("Deployment", "demo-vitrail-node-worker");
        assertThat(Manifests.variable(web, "VITRAIL_NODE_ROLES").asText()).isEqualTo("web");
        assertThat(Manifests.variable(worker, "VITRAIL_NODE_ROLES").asText()).isEqualTo("worker");
        assertThat(worker.toString()).contains("\"sizeLimit\":\"100Gi\"").contains("/scratch");
        assertThat(web.toString()).doesNotContain("/scratch");
        assertThat(manifests
                        .get("Service", "demo-vitrail-node")
                        .at("/spec/selector")
                        .toString())
                .contains("\"app.kubernetes.io/component\":\"web\"");
    }

    @Test
    void onePodAloneHasTheVolumeOfTheGraph() throws IOException {
        Manifests manifests = Manifests.render("node", "node-minimal.yaml");
        JsonNode sparql = manifests.get("Deployment", "demo-vitrail-node-sparql");
        assertThat(Manifests.variable(sparql, "VITRAIL_NODE_ROLES").asText()).isEqualTo("sparql");
        assertThat(sparql.at("/spec/replicas").asInt()).isEqualTo(1);
        assertThat(sparql.at("/spec/strategy/type").asText()).isEqualTo("Recreate");
        assertThat(sparql.toString()).contains("\"claimName\":\"demo-vitrail-node-graph\"", "/graph");
        assertThat(manifests.get("Deployment", "demo-vitrail-node-web").toString())
                .doesNotContain("demo-vitrail-node-graph");
        assertThat(manifests
                        .get("Service", "demo-vitrail-node-sparql")
                        .at("/spec/selector")
                        .toString())
                .contains("\"app.kubernetes.io/component\":\"sparql\"");
        assertThat(manifests.settings()).contains("vitrail.sparql.folder=/graph", "vitrail.site.sparql=true");
    }

    @Test
    void oneNameGivesBucketAndClient() throws IOException {
        assertThat(Manifests.render("node", "node-minimal.yaml").settings())
                .contains("vitrail.storage.bucket=vitrail-nantes", "quarkus.oidc.client-id=vitrail-nantes");
    }

    @Test
    void productionHasItsDoiAccountFromASecret() throws IOException {
        Manifests manifests = Manifests.render("node", "node-minimal.yaml");
        assertThat(manifests.settings())
                .contains("vitrail.doi.prefix=10.12345", "vitrail.doi.api=https://api.datacite.org");
        for (String role : List.of("web", "worker")) {
            JsonNode deployment = manifests.get("Deployment", "demo-vitrail-node-" + role);
            assertThat(secretKey(deployment, "VITRAIL_DOI_REPOSITORY_ID")).isEqualTo("nantes-doi/repository-id");
            assertThat(secretKey(deployment, "VITRAIL_DOI_PASSWORD")).isEqualTo("nantes-doi/password");
        }
    }

    private static String secretKey(JsonNode deployment, String variable) {
        JsonNode reference = Manifests.variable(deployment, variable).path("secretKeyRef");
        return reference.path("name").asText() + "/" + reference.path("key").asText();
    }

    @Test
    void demonstrationNeedsNoDoiAccount() throws IOException {
        Manifests manifests = Manifests.render("node", "node-full.yaml");
        assertThat(manifests.settings()).doesNotContain("vitrail.doi");
        assertThat(manifests.get("Deployment", "demo-vitrail-node-worker").toString())
                .doesNotContain("VITRAIL_DOI");
    }

    @Test
    void aMinimalNodeHasNothingThatWasNotAskedFor() throws IOException {
        assertThat(Manifests.render("node", "node-minimal.yaml").names())
                .containsExactlyInAnyOrder(
                        "ServiceAccount demo-vitrail-node",
                        "ConfigMap demo-vitrail-node",
                        "Service demo-vitrail-node",
                        "Deployment demo-vitrail-node-web",
                        "Deployment demo-vitrail-node-worker",
                        "PersistentVolumeClaim demo-vitrail-node-graph",
                        "Service demo-vitrail-node-sparql",
                        "Deployment demo-vitrail-node-sparql");
    }

    @Test
    void withoutValuesItSaysWhatToGive() {
        assertThatThrownBy(() -> Manifests.render("node", null))
                .hasMessageContaining("node.name: give the short name of the node");
    }

    @ParameterizedTest
    @CsvSource({
        "node.baseUrl, images.example.org, baseUrl",
        "node.name, Nantes!, name",
        "node.mode, trial, mode",
        "node.colour, red, colour",
        "doi.prefix, '', doi.prefix",
        "doi.prefix, 10.5072, prefix",
        "doi.api, http://api.datacite.org, api",
        "doi.existingSecret.name, '', doi.existingSecret.name",
        "config.vitrail\\.doi\\.password, x, vitrail.doi.password",
        "database.existingSecret.name, '', database.existingSecret.name",
        "database.url, jdbc:postgresql://db/n?password=x, url",
        "config.quarkus\\.datasource\\.password, x, quarkus.datasource.password",
        "worker.scratch, lots, scratch"
    })
    void wrongValuesAreRefusedByName(String key, String value, String named) {
        assertThatThrownBy(() -> Manifests.template("node")
                        .withValuesFile(Manifests.values("node-minimal.yaml"))
                        .set(key, value)
                        .call())
                .hasMessageContaining(named);
    }
}
