package org.vitrail.store;

/** Base of what the object store refuses; its message names bucket and key, never credentials. */
public abstract class ObjectStoreException extends RuntimeException {

    /** A message that names bucket and key, and what brought it about. */
    protected ObjectStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
