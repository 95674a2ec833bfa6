package org.vitrail.node.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vitrail.node.NodeEngines;
import org.vitrail.node.database.Database;
import org.vitrail.store.ObjectStore;

@QuarkusTest
@QuarkusTestResource(NodeEngines.class)
class StartCheckIT {

    @Inject
    Database database;

    @Inject
    ObjectStore store;

    private record Settings(String domain, Mode mode, URI baseUrl) implements NodeConfig {
        @Override
        public String name() {
            return "nantes";
        }

        @Override
        public String title() {
            return "Test";
        }

        @Override
        public String institution() {
            return "Test";
        }

        @Override
        public String contact() {
            return "test@nantes.test";
        }

        @Override
        public Set<Role> roles() {
            return Set.of(Role.WEB);
        }
    }

    @Test
    void theDomainThatANodeBeganWithIsKept() {
        assertThatCode(() -> start("nantes.vitrail.example", NodeConfig.Mode.DEMONSTRATION))
                .doesNotThrowAnyException();
    }

    @Test
    void anotherDomainIsRefusedNamingTheOneToSet() {
        assertThatThrownBy(() -> start("images.nantes.test", NodeConfig.Mode.DEMONSTRATION))
                .isInstanceOf(RefusedStart.class)
                .hasMessageContaining("images.nantes.test")
                .hasMessageContaining("vitrail.node.domain=nantes.vitrail.example");
    }

    @Test
    void aDemonstrationDomainIsRefusedInProduction() {
        assertThatThrownBy(() -> start("nantes.vitrail.example", NodeConfig.Mode.PRODUCTION))
                .isInstanceOf(RefusedStart.class)
                .hasMessageContaining("demonstration domain");
    }

    @Test
    void anAddressWithoutEncryptionIsRefusedInProduction() {
        assertThatThrownBy(() -> start("images.nantes.test", NodeConfig.Mode.PRODUCTION, "http://localhost:8081"))
                .isInstanceOf(RefusedStart.class)
                .hasMessageContaining("vitrail.node.base-url is http://localhost:8081");
    }

    private void start(String domain, NodeConfig.Mode mode) {
        start(domain, mode, "https://nantes.test");
    }

    private void start(String domain, NodeConfig.Mode mode, String baseUrl) {
        new StartCheck(new Settings(domain, mode, URI.create(baseUrl)), database, store, Clock.systemUTC())
                .onStart(new StartupEvent());
    }
}
