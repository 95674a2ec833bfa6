package org.vitrail.pixels.jpeg2000;

/** A codestream is damaged; the message says where, in words that follow the name of its place. */
public class BadCodestream extends Exception {

    private static final long serialVersionUID = 1L;

    BadCodestream(String message) {
        super(message);
    }
}
