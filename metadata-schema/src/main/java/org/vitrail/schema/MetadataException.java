package org.vitrail.schema;

/** Base of this module's exceptions; each child is one thing that a depositor or an operator can act on. */
public abstract class MetadataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected MetadataException(String message, Throwable cause) {
        super(message, cause);
    }
}
