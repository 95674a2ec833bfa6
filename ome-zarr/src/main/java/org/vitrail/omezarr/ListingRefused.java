package org.vitrail.omezarr;

/** A store gives objects, and does not tell their keys to this reader. */
public final class ListingRefused extends ZarrStoreFailure {

    /** A message that names the store, and what brought it about. */
    public ListingRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
