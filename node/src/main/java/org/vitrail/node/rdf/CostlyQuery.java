package org.vitrail.node.rdf;

/** A query was stopped because it costs too much; the message says of what. */
final class CostlyQuery extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CostlyQuery(String message) {
        super(message);
    }
}
