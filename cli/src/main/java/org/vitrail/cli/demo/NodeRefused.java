package org.vitrail.cli.demo;

/** A node took a request and said no, with a reason for the researcher; not a failure of the demo. */
public final class NodeRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NodeRefused(String reason) {
        super(reason);
    }
}
