package org.vitrail.services.postgresql;

import java.io.IOException;
import java.nio.file.Path;

/** Makes the data folder at first start, runs the server in the foreground, and stops it with this process. */
public final class PostgreSqlMain {

    private PostgreSqlMain() {}

    /** @param arguments folder of the unpacked programs, data folder, port; the superuser's password comes by environment */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Programs programs = Programs.unpacked(Path.of(arguments[0]));
        Cluster cluster = new Cluster(programs, Path.of(arguments[1]).resolve("data"));
        cluster.createIfAbsent(System.getenv("VITRAIL_POSTGRESQL_PASSWORD"));
        Process server = cluster.start(Integer.parseInt(arguments[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> cluster.stop(server)));
        System.exit(server.waitFor());
    }
}
