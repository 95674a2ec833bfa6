package org.vitrail.harvest.run;

import org.vitrail.harvest.protocol.HarvestFault;

/** The sink can take no records now; another run goes on at this page. */
final class SinkFailed extends HarvestFault {

    SinkFailed(RuntimeException cause) {
        super("The records could not be passed on: " + cause.getMessage(), cause);
    }
}
