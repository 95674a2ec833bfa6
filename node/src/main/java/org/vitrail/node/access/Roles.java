package org.vitrail.node.access;

/** Client roles of this node, as tokens carry them. */
public final class Roles {
    /** Deposits data sets and describes own ones. */
    public static final String DEPOSITOR = "depositor";
    /** Reviews, returns, accepts, withdraws. */
    public static final String CURATOR = "curator";
    /** Runs the node. */
    public static final String ADMIN = "admin";

    private Roles() {}
}
