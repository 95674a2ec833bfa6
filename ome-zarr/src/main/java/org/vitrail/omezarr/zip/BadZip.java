package org.vitrail.omezarr.zip;

/** A ZIP archive that is damaged, hostile or uses what is not supported; whoever opened it adds its name. */
public final class BadZip extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is wrong, and at which byte or member. */
    public BadZip(String message) {
        super(message);
    }
}
