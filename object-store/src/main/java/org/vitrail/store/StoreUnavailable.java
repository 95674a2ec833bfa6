package org.vitrail.store;

/** The store did not answer, or answered with an error of its own; safe to retry later. */
public final class StoreUnavailable extends ObjectStoreException {

    /** A message that names bucket and key, and what brought it about. */
    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
