package org.vitrail.harvest.transport;

import org.vitrail.harvest.protocol.HarvestFault;

/** A URL that the harvest may not ask: not http(s), or an address that the policy does not allow. */
public final class ForbiddenAddress extends HarvestFault {

    ForbiddenAddress(String message) {
        super(message);
    }
}
