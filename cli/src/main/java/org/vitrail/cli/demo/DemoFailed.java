package org.vitrail.cli.demo;

/** A step of the demo did not come out as it must; the message says which, where, and what was expected. */
public final class DemoFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DemoFailed(String message) {
        super(message);
    }

    public DemoFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
