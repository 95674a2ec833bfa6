package org.vitrail.gateway.registry;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.vitrail.gateway.database.Database;

/**
 * The nodes of the federation: as configured, and kept in the database.
 *
 * <p>A node whose addresses changed keeps its identifiers; all its records are harvested again, since they name its addresses.
 */
@ApplicationScoped
public class NodeRegistry {
    private static final Logger LOG = Logger.getLogger(NodeRegistry.class);
    /** Before anything harvests. */
    private static final int FIRST = 100;

    private final List<RegisteredNode> nodes;
    private final NodeStore store;
    private final Database database;
    private final Clock clock;

    NodeRegistry(RegistryConfig config, NodeStore store, Database database, Clock clock) {
        this.nodes = ConfiguredNodes.of(config);
        this.store = store;
        this.database = database;
        this.clock = clock;
    }

    void start(@Observes @Priority(FIRST) StartupEvent started) {
        database.inTransaction(this::synchronize);
    }

    private void synchronize() {
        for (RegisteredNode node : nodes) {
            if (store.save(node, clock.instant())) {
                store.forgetCheckpoints(node.name());
                store.showAgain(node.name());
                LOG.infof(
                        "Node %s is new or has moved to %s: all its records will be harvested.",
                        node.name(), node.baseUrl());
            }
        }
        for (String gone :
                store.retireAllBut(nodes.stream().map(RegisteredNode::name).toList())) {
            LOG.warnf("Node %s is no longer configured: its records leave the index.", gone);
        }
    }

    /** By name. */
    public List<RegisteredNode> listNodes() {
        return nodes;
    }

    public Optional<RegisteredNode> findNode(String name) {
        return nodes.stream().filter(node -> node.name().equals(name)).findFirst();
    }

    /**
     * The node of this name.
     *
     * @throws UnknownNode when none is configured
     */
    public RegisteredNode getNode(String name) {
        return findNode(name).orElseThrow(() -> new UnknownNode(name));
    }

    public boolean isConfigured(String name) {
        return findNode(name).isPresent();
    }
}
