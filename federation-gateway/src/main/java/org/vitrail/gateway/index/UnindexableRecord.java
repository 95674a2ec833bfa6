package org.vitrail.gateway.index;

import org.vitrail.gateway.GatewayException;

/** A harvested record cannot become a document; the message is for the operator of its node. */
public class UnindexableRecord extends GatewayException {
    private static final long serialVersionUID = 1L;

    UnindexableRecord(String message, Throwable cause) {
        super(500, "unindexable-record", message, cause);
    }
}
