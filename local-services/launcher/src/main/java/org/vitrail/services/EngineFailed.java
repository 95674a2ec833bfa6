package org.vitrail.services;

/** An engine or application ended, or was not ready in time; the message ends with the last lines of its log. */
public final class EngineFailed extends LocalServicesException {

    /** @param message which one, what happened, and where its log is */
    public EngineFailed(String message) {
        super(message);
    }

    /** @param message which one, what happened, and where its log is */
    public EngineFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
