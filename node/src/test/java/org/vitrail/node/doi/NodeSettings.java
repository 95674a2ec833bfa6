package org.vitrail.node.doi;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.vitrail.node.access.NodeConfig;
import org.vitrail.node.doi.datacite.DataCiteStandIn;

/** A node, and its account at DataCite. */
record NodeSettings(Mode mode) implements NodeConfig {

    /** An account; the pauses are those of the defaults. */
    record Account(Optional<String> prefix, Optional<String> repositoryId, Optional<String> password, URI api)
            implements DoiConfig {

        static Account at(URI api) {
            return with(api, DataCiteStandIn.PASSWORD);
        }

        static Account with(URI api, String password) {
            return new Account(
                    Optional.of(DataCiteStandIn.PREFIX),
                    Optional.of(DataCiteStandIn.REPOSITORY),
                    Optional.of(password),
                    api);
        }

        @Override
        public Duration every() {
            return Duration.ofSeconds(10);
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(2);
        }

        @Override
        public Duration retryAfter() {
            return Duration.ofSeconds(15);
        }

        @Override
        public Duration longestPause() {
            return Duration.ofMinutes(30);
        }

        @Override
        public Duration accountPause() {
            return Duration.ofHours(1);
        }
    }

    static NodeConfig production() {
        return new NodeSettings(Mode.PRODUCTION);
    }

    @Override
    public String name() {
        return "nantes";
    }

    @Override
    public String title() {
        return "Test";
    }

    @Override
    public String domain() {
        return "images.nantes.test";
    }

    @Override
    public URI baseUrl() {
        return URI.create("https://nantes.test");
    }

    @Override
    public String institution() {
        return "Test";
    }

    @Override
    public String contact() {
        return "contact@nantes.test";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.WORKER);
    }
}
