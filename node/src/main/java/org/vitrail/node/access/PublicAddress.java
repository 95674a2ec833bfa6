package org.vitrail.node.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/** Makes the public URLs of the node from its configured base address. */
@ApplicationScoped
public class PublicAddress {
    private final String base;

    /** @param config holds the base address */
    public PublicAddress(NodeConfig config) {
        this.base = config.baseUrl().toString().replaceAll("/+$", "");
    }

    /** The URL of a path.
     *
     * @param path begins with a slash; already percent-encoded
     */
    public URI of(String path) {
        return URI.create(base + path);
    }
}
