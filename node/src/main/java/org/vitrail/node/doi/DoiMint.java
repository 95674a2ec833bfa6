package org.vitrail.node.doi;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.vitrail.node.access.NodeConfig;
import org.vitrail.node.access.RefusedStart;

/**
 * Reserves identifiers: the same each time for the same data set and version, so that a repeated publication reserves none
 * twice.
 */
@ApplicationScoped
public class DoiMint {
    private final NodeConfig node;
    private final DoiConfig config;

    DoiMint(NodeConfig node, DoiConfig config) {
        this.node = node;
        this.config = config;
    }

    void onStart(@Observes @Priority(50) StartupEvent event) {
        boolean account = config.prefix().isPresent()
                && config.repository().isPresent()
                && config.password().isPresent();
        if (isProduction() && !account) {
            throw new RefusedStart("vitrail.node.mode is production, but vitrail.doi.prefix, vitrail.doi.repository and"
                    + " vitrail.doi.password are not all set. Set your DataCite account, or"
                    + " vitrail.node.mode=demonstration for local identifiers that are labelled as such.");
        }
    }

    /** Identifier of all versions; opaque. */
    public String concept(String accession) {
        return prefix() + accession;
    }

    /** Identifier of one version; opaque. */
    public String version(String accession, int version) {
        return concept(accession) + ".v" + version;
    }

    private String prefix() {
        return isProduction() ? config.prefix().orElseThrow() + "/" : "demo.";
    }

    private boolean isProduction() {
        return node.mode() == NodeConfig.Mode.PRODUCTION;
    }
}
