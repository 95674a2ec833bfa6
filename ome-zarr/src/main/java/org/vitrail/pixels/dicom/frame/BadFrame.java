package org.vitrail.pixels.dicom.frame;

/** A frame's bytes are too few or make no sense. */
final class BadFrame extends Exception {

    private static final long serialVersionUID = 1L;

    BadFrame(String message) {
        super(message);
    }
}
