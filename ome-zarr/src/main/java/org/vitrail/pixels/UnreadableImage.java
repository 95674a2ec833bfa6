package org.vitrail.pixels;

/** The file is broken, empty or no image; names the file, the offset where that showed, and what to do. */
public class UnreadableImage extends PixelsException {

    /** A message that may be shown to the depositor. */
    public UnreadableImage(String message) {
        super(message);
    }

    /** A message that may be shown to the depositor, and what brought it about. */
    public UnreadableImage(String message, Throwable cause) {
        super(message, cause);
    }
}
