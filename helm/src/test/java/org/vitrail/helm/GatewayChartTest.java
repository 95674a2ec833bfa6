package org.vitrail.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class GatewayChartTest {

    @Test
    void onePodHarvestsAndTheOthersOnlySearch() throws IOException {
        Manifests manifests = Manifests.render("gateway", "gateway-full.yaml");
        JsonNode harvester = manifests.get("Deployment", "demo-vitrail-gateway-harvester");
        JsonNode web = manifests.get("Deployment", "demo-vitrail-gateway-web");
        assertThat(harvester.at("/spec/replicas").asInt()).isEqualTo(1);
        assertThat(harvester.at("/spec/strategy/type").asText()).isEqualTo("Recreate");
        assertThat(Manifests.variable(harvester, "VITRAIL_GATEWAY_HARVEST_ENABLED")
                        .asText())
                .isEqualTo("true");
        assertThat(Manifests.variable(web, "VITRAIL_GATEWAY_HARVEST_ENABLED").asText())
                .isEqualTo("false");
    }

    @Test
    void pingsReachTheHarvester() throws IOException {
        JsonNode paths = Manifests.render("gateway", "gateway-full.yaml")
                .listOfKind("Ingress")
                .findFirst()
                .orElseThrow()
                .at("/spec/rules/0/http/paths");
        assertThat(paths.at("/0/path").asText()).isEqualTo("/api/v1/nodes");
        assertThat(paths.at("/0/backend/service/name").asText()).isEqualTo("demo-vitrail-gateway-harvester");
        assertThat(paths.at("/1/backend/service/name").asText()).isEqualTo("demo-vitrail-gateway");
    }

    @Test
    void nodesAreSettingsByName() throws IOException {
        assertThat(Manifests.render("gateway", "gateway-full.yaml").settings())
                .contains(
                        "vitrail.gateway.nodes.nantes.base-url=https://images.nantes.example",
                        "vitrail.gateway.nodes.montpellier.oai-images=https://oai.montpellier.example/images",
                        "quarkus.elasticsearch.hosts=one.example:9200,two.example:9200",
                        "vitrail.gateway.index.shards=3")
                .doesNotContain("nodes.nantes.oai=");
    }

    @Test
    void anEngineWithoutLogInNeedsNoSecret() throws IOException {
        assertThat(Manifests.render("gateway", "gateway-minimal.yaml").all().toString())
                .doesNotContain("QUARKUS_ELASTICSEARCH_USERNAME");
    }

    @Test
    void aFederationWithoutNodesIsRefused() {
        assertThatThrownBy(() -> Manifests.template("gateway")
                        .set("gateway.baseUrl", "https://search.example")
                        .call())
                .hasMessageContaining("nodes: name one node at least");
    }
}
