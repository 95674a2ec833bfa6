package org.vitrail.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import org.vitrail.services.Engine;
import org.vitrail.services.LocalServices;
import org.vitrail.services.LocalServicesException;
import org.vitrail.services.Ports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vitrail services}: the engines alone, for work on a node or the gateway. */
@Command(
        name = "services",
        mixinStandardHelpOptions = true,
        description = "Starts PostgreSQL, S3, Elasticsearch and Keycloak, and stops them at the end.")
final class ServicesCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where all data are kept.",
            defaultValue = "target/services")
    private Path data;

    @Option(names = "--port-offset", paramLabel = "N", description = "Add N to every port.", defaultValue = "0")
    private int portOffset;

    @Override
    public Integer call() throws InterruptedException {
        PrintStream out = System.out;
        try {
            LocalServices services = LocalServices.start(
                    EnumSet.allOf(Engine.class), data, Ports.demo(portOffset), (String line) -> out.println(line));
            Runtime.getRuntime().addShutdownHook(new Thread(services::close));
            out.println("PostgreSQL     " + services.postgresql().database("vitrail"));
            out.println("S3             " + services.s3());
            out.println("Elasticsearch  " + services.elasticsearch());
            out.println("Keycloak       " + services.keycloak());
            out.println("Passwords and keys are in "
                    + data.resolve("secrets.properties").toAbsolutePath());
            out.println("Stop with Ctrl-C");
            Thread.currentThread().join();
            return 0;
        } catch (LocalServicesException failed) {
            System.err.println(failed.getMessage());
            return 1;
        }
    }
}
