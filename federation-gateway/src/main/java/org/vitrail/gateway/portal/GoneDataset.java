package org.vitrail.gateway.portal;

import org.vitrail.gateway.GatewayException;

/** The gateway has no such data set, or its node has taken it back. */
class GoneDataset extends GatewayException {
    private static final long serialVersionUID = 1L;

    private GoneDataset(int status, String type, String message) {
        super(status, type, message);
    }

    static GoneDataset withdrawn(String identifier) {
        return new GoneDataset(410, "withdrawn", identifier + " was published here once; its node has withdrawn it.");
    }

    static GoneDataset unknown(String identifier) {
        return new GoneDataset(404, "unknown-dataset", "No data set " + identifier + " has been harvested.");
    }
}
