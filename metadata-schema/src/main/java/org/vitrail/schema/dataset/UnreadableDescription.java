package org.vitrail.schema.dataset;

import org.vitrail.schema.MetadataException;

/** A description could not be read; the message names line or path, what is wrong and what is accepted there. */
public final class UnreadableDescription extends MetadataException {
    private static final long serialVersionUID = 1L;

    public UnreadableDescription(String message, Throwable cause) {
        super(message, cause);
    }

    public UnreadableDescription(String message) {
        this(message, null);
    }
}
