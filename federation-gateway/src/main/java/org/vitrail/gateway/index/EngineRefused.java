package org.vitrail.gateway.index;

import org.vitrail.gateway.GatewayException;

/** Elasticsearch answered that a request is wrong: a fault of ours, or an engine of another version. */
public class EngineRefused extends GatewayException {
    private static final long serialVersionUID = 1L;

    EngineRefused(String what, Throwable cause) {
        super(500, "search-failed", what + " was refused by the search engine.", cause);
    }
}
