package org.vitrail.node.doi;

import jakarta.enterprise.context.ApplicationScoped;
import org.vitrail.node.access.NodeConfig;

/**
 * Names identifiers: the same each time for the same data set and version, so that a repeated publication reserves none
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

    /**
     * Identifier of all versions; opaque.
     *
     * @param reserved what the data set has already, null if nothing; a DOI stays whatever the settings are now, while a
     *     demonstration identifier gives way to a DOI
     */
    public String concept(String accession, String reserved) {
        return reserved != null && isDoi(reserved) ? reserved : prefix() + accession;
    }

    /** Identifier of one version; opaque. @param concept as {@link #concept} gave it */
    public static String version(String concept, int version) {
        return concept + ".v" + version;
    }

    /** Whether an identifier is one that can be registered; a demonstration identifier is not. */
    public static boolean isDoi(String identifier) {
        return identifier != null && identifier.startsWith("10.");
    }

    private String prefix() {
        return node.mode() == NodeConfig.Mode.PRODUCTION ? config.prefix().orElseThrow() + "/" : "demo.";
    }
}
