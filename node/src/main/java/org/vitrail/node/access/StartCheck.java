package org.vitrail.node.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.vitrail.node.database.Database;
import org.vitrail.store.ObjectStore;

/** What must hold before a node does anything: its domain is the one it began with, and its bucket is there. */
@ApplicationScoped
class StartCheck {
    private static final String DOMAIN = "domain";
    private final NodeConfig config;
    private final Database database;
    private final ObjectStore store;
    private final Clock clock;

    StartCheck(NodeConfig config, Database database, ObjectStore store, Clock clock) {
        this.config = config;
        this.database = database;
        this.store = store;
        this.clock = clock;
    }

    void onStart(@Observes @Priority(100) StartupEvent event) {
        refuseDemonstrationDomainInProduction();
        refuseOpenConnectionInProduction();
        freezeDomain();
        store.ensureBucket();
    }

    private void refuseDemonstrationDomainInProduction() {
        if (config.mode() == NodeConfig.Mode.PRODUCTION && config.domain().endsWith(".example")) {
            throw new RefusedStart("vitrail.node.domain is " + config.domain()
                    + ", a demonstration domain. Set the domain of your institution before the first start: it is part of"
                    + " every identifier and cannot change later.");
        }
    }

    /** Tokens and sessions would travel in the clear, and every record would carry an address that nobody else can open. */
    private void refuseOpenConnectionInProduction() {
        if (config.mode() == NodeConfig.Mode.PRODUCTION
                && !"https".equalsIgnoreCase(config.baseUrl().getScheme())) {
            throw new RefusedStart("vitrail.node.base-url is " + config.baseUrl()
                    + ", which is no https address. Set the public address of the node, as https://images.example.org:"
                    + " it goes into every record that is published.");
        }
    }

    private void freezeDomain() {
        database.update(
                "insert into node_setting (name, value, set_at) values (?, ?, ?) on conflict (name) do nothing",
                DOMAIN,
                config.domain(),
                clock.instant());
        String frozen = database.find("select value from node_setting where name = ?", row -> row.text("value"), DOMAIN)
                .orElseThrow();
        if (!frozen.equals(config.domain())) {
            throw new RefusedStart("vitrail.node.domain is " + config.domain() + ", but this node began as " + frozen
                    + " and its identifiers carry that. Set vitrail.node.domain=" + frozen
                    + ", or start a new node with an empty database.");
        }
    }
}
