package org.vitrail.store;

/** There is no such object, or no such multipart upload; asking again won't help. */
public final class ObjectNotFound extends ObjectStoreException {

    /** A message that names bucket and key, and what brought it about. */
    public ObjectNotFound(String message, Throwable cause) {
        super(message, cause);
    }
}
