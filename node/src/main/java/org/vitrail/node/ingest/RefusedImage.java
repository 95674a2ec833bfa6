package org.vitrail.node.ingest;

/** An image that is read but cannot be taken; the message is for its depositor. */
class RefusedImage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedImage(String reason) {
        super(reason);
    }
}
