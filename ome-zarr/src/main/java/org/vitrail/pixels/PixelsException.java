package org.vitrail.pixels;

/** Base of what this module refuses; its message says what, where and what to do, in a researcher's words, on one line. */
public abstract class PixelsException extends RuntimeException {

    /** A message that may be shown to the depositor. */
    protected PixelsException(String message) {
        super(Printable.of(message));
    }

    /** A message that may be shown to the depositor, and what brought it about. */
    protected PixelsException(String message, Throwable cause) {
        super(Printable.of(message), cause);
    }
}
