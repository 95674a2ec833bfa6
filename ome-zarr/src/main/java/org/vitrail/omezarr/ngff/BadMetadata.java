package org.vitrail.omezarr.ngff;

/** A document that breaks the standard or uses what is not supported; whoever read it adds its key. */
public final class BadMetadata extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is wrong, with the section of the standard. */
    public BadMetadata(String message) {
        super(message);
    }
}
