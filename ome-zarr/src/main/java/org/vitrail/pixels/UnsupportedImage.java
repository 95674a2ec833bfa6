package org.vitrail.pixels;

/** The file may well be sound, but is not taken by this release; the message gives the reason and what to do. */
public final class UnsupportedImage extends PixelsException {

    /** A message that may be shown to the depositor. */
    public UnsupportedImage(String message) {
        super(message);
    }
}
