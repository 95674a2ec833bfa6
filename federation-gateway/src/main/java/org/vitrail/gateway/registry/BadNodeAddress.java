package org.vitrail.gateway.registry;

import org.vitrail.gateway.GatewayException;

/** A configured address of a node cannot be used; the gateway does not start. */
class BadNodeAddress extends GatewayException {
    private static final long serialVersionUID = 1L;

    BadNodeAddress(String node, String key, Object value) {
        super(
                500,
                "bad-configuration",
                "vitrail.gateway.nodes.%s.%s is \"%s\"; it has to be an http or https address with a host."
                        .formatted(node, key, value));
    }
}
