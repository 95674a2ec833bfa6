package org.vitrail.omezarr;

import org.vitrail.pixels.UnreadableImage;

/** An OME-Zarr is damaged, hostile or uses what is not supported; names the key and the section of the specification. */
public final class UnreadableZarr extends UnreadableImage {

    /** A message that names the key. */
    public UnreadableZarr(String message) {
        super(message);
    }

    /** A message that names the key, and what brought it about. */
    public UnreadableZarr(String message, Throwable cause) {
        super(message, cause);
    }
}
