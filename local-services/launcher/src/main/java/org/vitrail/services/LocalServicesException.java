package org.vitrail.services;

/** Something an operator can act on went wrong with the engines on this machine; the message says what and where. */
public class LocalServicesException extends RuntimeException {

    /** @param message what is wrong, with which engine, and what to do */
    public LocalServicesException(String message) {
        super(message);
    }

    /** @param message what is wrong, with which engine, and what to do */
    public LocalServicesException(String message, Throwable cause) {
        super(message, cause);
    }
}
