package org.vitrail.omezarr.codec;

/** Stored bytes that do not decode; the message has no key, whoever read the bytes adds it. */
public final class CorruptChunk extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is wrong with the bytes. */
    public CorruptChunk(String message) {
        super(message);
    }
}
