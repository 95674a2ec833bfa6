package org.vitrail.cli.demo;

import java.io.PrintStream;
import java.nio.file.Path;

/** What to open, and as whom to log in. */
final class Welcome {

    private Welcome() {}

    static void print(PrintStream out, Federation federation, Path data) {
        out.println();
        out.println("Open     " + federation.gateway() + "   (search over both nodes)");
        federation.nodes().forEach(node -> out.printf("Node     %s   (%s)%n", node.base(), node.title()));
        out.println("Log in   depositor / depositor, depositor2 / depositor2, curator / curator, admin / admin");
        out.println(data == null ? "Data     temporary, gone at the end" : "Data     " + data.toAbsolutePath());
        out.println("Stop     Ctrl-C");
    }
}
