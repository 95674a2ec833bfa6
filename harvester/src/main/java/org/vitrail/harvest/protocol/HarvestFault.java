package org.vitrail.harvest.protocol;

/** Base of what can go wrong in a harvest; its children name what an operator can act on. */
public abstract class HarvestFault extends RuntimeException {

    protected HarvestFault(String message) {
        super(message);
    }

    protected HarvestFault(String message, Throwable cause) {
        super(message, cause);
    }
}
