package org.vitrail.node.ingest;

/** An image that is read but cannot be taken; the message is for its depositor. */
public class RefusedImage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RefusedImage(String reason) {
        super(reason);
    }
}
