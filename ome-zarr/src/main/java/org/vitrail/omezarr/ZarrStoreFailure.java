package org.vitrail.omezarr;

import org.vitrail.pixels.PixelsException;

/** A store did not take or give an object; names store and key. Safe to retry. */
public class ZarrStoreFailure extends PixelsException {

    /** A message that names store and key. */
    public ZarrStoreFailure(String message) {
        super(message);
    }

    /** A message that names store and key, and what brought it about. */
    public ZarrStoreFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
