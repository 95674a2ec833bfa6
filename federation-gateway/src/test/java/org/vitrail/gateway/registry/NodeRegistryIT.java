package org.vitrail.gateway.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrail.gateway.stage.Samples.dataset;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vitrail.gateway.ingest.HarvestTrial;
import org.vitrail.gateway.registry.RegistryConfig.NodeSettings;
import org.vitrail.gateway.stage.Samples.Sketch;
import org.vitrail.gateway.stage.Stage;

@QuarkusTest
@QuarkusTestResource(Stage.class)
class NodeRegistryIT extends HarvestTrial {
    @Inject
    NodeStore store;

    @Inject
    IdentifierDomains domains;

    private record Settings(String title, URI baseUrl) implements NodeSettings {
        @Override
        public Optional<URI> oai() {
            return Optional.empty();
        }

        @Override
        public Optional<URI> oaiImages() {
            return Optional.empty();
        }
    }

    private void configure(Map<String, URI> nodes) {
        Map<String, NodeSettings> settings = new TreeMap<>();
        nodes.forEach((name, base) -> settings.put(name, new Settings(name, base)));
        new NodeRegistry(() -> settings, store, database, Clock.systemUTC()).start(null);
    }

    @AfterEach
    void restore() {
        configure(Map.of("nantes", nantes.base(), "montpellier", montpellier.base()));
    }

    private long checkpoints(String node) {
        return database.list("select node from checkpoint where node = ?", row -> row.text("node"), node)
                .size();
    }

    @Test
    void aNodeWhoseAddressChangedIsReadWholeAgain() {
        nantes.publish(dataset(Sketch.maize("nantes", "3k7q9m2xdc"), nantes.base()));
        harvest("nantes");
        configure(Map.of("nantes", nantes.base(), "montpellier", montpellier.base()));
        assertThat(checkpoints("nantes")).as("the same address again").isEqualTo(2);

        configure(Map.of("nantes", URI.create("https://moved.example"), "montpellier", montpellier.base()));

        assertThat(checkpoints("nantes")).isZero();
    }

    @Test
    void aDomainOfANodeThatLeftGoesToWhoeverUsesItNext() {
        assertThat(domains.refusal("nantes", "oai:shared.example:1")).isEmpty();
        assertThat(domains.refusal("montpellier", "oai:shared.example:1"))
                .hasValueSatisfying(why -> assertThat(why).contains("belongs to node nantes"));

        configure(Map.of("montpellier", montpellier.base()));
        IdentifierDomains afterRestart = new IdentifierDomains(database, Clock.systemUTC());

        assertThat(afterRestart.refusal("montpellier", "oai:shared.example:1")).isEmpty();
        assertThat(afterRestart.refusal("montpellier", "no identifier")).isPresent();
    }

    @Test
    void anAddressThatIsNotOfTheWebIsRefusedAtTheStart() {
        assertThatThrownBy(() -> configure(Map.of("nantes", URI.create("file:///etc/passwd"))))
                .hasMessageContaining("vitrail.gateway.nodes.nantes.base-url");
    }
}
