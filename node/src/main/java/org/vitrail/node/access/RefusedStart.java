package org.vitrail.node.access;

/** The node must not start as it is configured; the message says which setting to change, and to what. */
public class RefusedStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message names the setting, its value and the remedy */
    public RefusedStart(String message) {
        super(message);
    }
}
