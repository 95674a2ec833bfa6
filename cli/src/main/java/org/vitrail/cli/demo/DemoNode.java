package org.vitrail.cli.demo;

import java.net.URI;
import java.util.List;
import org.vitrail.services.Ports;

/**
 * One of the two nodes of the demo.
 *
 * @param name in identifiers, of its database and of its bucket
 * @param title for people
 * @param port of its pages and interfaces
 */
public record DemoNode(String name, String title, int port) {

    public static List<DemoNode> all(Ports ports) {
        return List.of(
                new DemoNode("nantes", "Nantes (demonstration)", ports.nantes()),
                new DemoNode("montpellier", "Montpellier (demonstration)", ports.montpellier()));
    }

    public URI base() {
        return URI.create("http://localhost:" + port);
    }

    /** The domain of its OAI identifiers, never a host. */
    public String domain() {
        return name + ".vitrail.example";
    }

    /** The identifier under which all the world knows a data set of it. Contracts §1. */
    public String identifier(String accession) {
        return "oai:" + domain() + ":" + accession;
    }
}
