package org.vitrail.node.publication;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** The gateway that may be told of news. */
@ConfigMapping(prefix = "vitrail.gateway")
interface GatewayConfig {

    /** Where to POST, as {@code …/api/v1/nodes/nantes/ping}; no gateway is told if absent. */
    Optional<URI> pingUrl();
}
