package org.vitrail.node.doi;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vitrail.node.access.NodeConfig;
import org.vitrail.node.access.RefusedStart;

/** What must hold before DOIs are registered: an account, a prefix of its own, a connection that others cannot read. */
@ApplicationScoped
class DoiStartCheck {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private final NodeConfig node;
    private final DoiConfig config;
    private final DoiOutbox outbox;

    DoiStartCheck(NodeConfig node, DoiConfig config, DoiOutbox outbox) {
        this.node = node;
        this.config = config;
        this.outbox = outbox;
    }

    void onStart(@Observes @Priority(50) StartupEvent event) {
        if (node.mode() == NodeConfig.Mode.PRODUCTION) {
            requireAccount();
            requirePrefix(config.prefix().orElseThrow());
            requireEncryption(config.api());
            outbox.retryMended();
        }
    }

    private void requireAccount() {
        List<String> missing = new ArrayList<>();
        if (config.prefix().isEmpty()) {
            missing.add("vitrail.doi.prefix");
        }
        if (config.repositoryId().isEmpty()) {
            missing.add("vitrail.doi.repository-id");
        }
        if (config.password().isEmpty()) {
            missing.add("vitrail.doi.password");
        }
        if (!missing.isEmpty()) {
            throw new RefusedStart("vitrail.node.mode is production, but " + String.join(", ", missing)
                    + " is not set. Set your DataCite account, or vitrail.node.mode=demonstration for local identifiers"
                    + " that are labelled as such.");
        }
    }

    private static void requirePrefix(String prefix) {
        if (prefix.equals("10.5072")) {
            throw new RefusedStart(
                    "vitrail.doi.prefix is 10.5072, which DataCite retired in 2019. Set the prefix of your"
                            + " repository; a test account has one of its own, with vitrail.doi.api=https://api.test.datacite.org.");
        }
        if (!prefix.matches("10\\.\\d{4,9}")) {
            throw new RefusedStart("vitrail.doi.prefix is " + prefix
                    + ". Set the prefix that DataCite gave, as 10.12345, and no more.");
        }
    }

    private static void requireEncryption(URI api) {
        if (!"https".equalsIgnoreCase(api.getScheme()) && !THIS_MACHINE.contains(String.valueOf(api.getHost()))) {
            throw new RefusedStart(
                    "vitrail.doi.api is " + api + ": the password would travel in the clear. Set an https address.");
        }
    }
}
