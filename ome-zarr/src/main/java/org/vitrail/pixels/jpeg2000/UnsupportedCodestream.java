package org.vitrail.pixels.jpeg2000;

/** A codestream may be sound, but is of a kind that is not decoded here; the message names the kind. */
public final class UnsupportedCodestream extends BadCodestream {

    private static final long serialVersionUID = 1L;

    UnsupportedCodestream(String message) {
        super(message);
    }
}
