package org.vitrail.harvest.run;

import org.vitrail.harvest.protocol.HarvestFault;

/** A sink's word that this one record cannot be taken; it goes to the report's {@code failed} and the run goes on. */
public class RecordRefused extends HarvestFault {

    /** @param reason why, in words for whoever runs the repository */
    public RecordRefused(String reason) {
        super(reason);
    }

    public RecordRefused(String reason, Throwable cause) {
        super(reason, cause);
    }
}
