package org.vitrail.services;

/** A port that an engine or application needs is in use by another program. */
public final class PortTaken extends LocalServicesException {

    private final int port;

    /** @param user what wanted the port, such as {@code Elasticsearch} */
    public PortTaken(int port, String user) {
        super("Port " + port + " is taken, " + user
                + " cannot start: stop the program that uses it, or choose other ports with --port-offset N");
        this.port = port;
    }

    /** The port that is in use. */
    public int port() {
        return port;
    }
}
