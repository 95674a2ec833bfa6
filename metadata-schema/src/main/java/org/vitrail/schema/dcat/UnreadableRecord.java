package org.vitrail.schema.dcat;

import org.vitrail.schema.MetadataException;

/** A harvested record could not be read as vitrail_rdf; the message names the subject and what is missing or wrong. */
public final class UnreadableRecord extends MetadataException {
    private static final long serialVersionUID = 1L;

    public UnreadableRecord(String message, Throwable cause) {
        super(message, cause);
    }

    public UnreadableRecord(String message) {
        this(message, null);
    }
}
