package org.vitrail.gateway.registry;

import org.vitrail.gateway.GatewayException;

/** No node of this name is configured. */
public class UnknownNode extends GatewayException {
    private static final long serialVersionUID = 1L;

    UnknownNode(String name) {
        super(404, "unknown-node", "No node \"" + name + "\" is registered here; /api/v1/nodes lists those that are.");
    }
}
