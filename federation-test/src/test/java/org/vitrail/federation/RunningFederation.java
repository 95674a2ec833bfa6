package org.vitrail.federation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.vitrail.cli.demo.DemoFolder;
import org.vitrail.cli.demo.Federation;
import org.vitrail.cli.demo.GatewayClient;
import org.vitrail.cli.demo.JsonHttp;
import org.vitrail.cli.demo.LogIn;
import org.vitrail.cli.demo.MainJob;
import org.vitrail.cli.demo.NodeClient;
import org.vitrail.cli.demo.Steps;
import org.vitrail.cli.demo.synthetic.SyntheticSets;
import org.vitrail.services.Ports;

/**
 * One federation for all tests of this module: real engines, two nodes and the gateway on free ports, with the synthetic sets
 * and, where the samples are present, the real ones published and harvested. It stops with the JVM.
 */
final class RunningFederation {

    private static RunningFederation shared;

    private final Federation federation;
    private final DemoFolder folder;
    private final JsonNode report;
    private final JsonHttp http = new JsonHttp();
    private final LogIn logIn;

    private RunningFederation() throws IOException {
        folder = DemoFolder.of(null);
        var steps = new Steps(System.out);
        federation = Federation.start(folder, Ports.free(), steps);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop-federation"));
        logIn = new LogIn(federation.realm(), http, Clock.systemUTC());
        var job = new MainJob(steps);
        job.run(federation, descriptions(folder.below("synthetic")));
        Path written = folder.path().resolve("report.json");
        job.report(federation.versions()).write(written);
        report = new ObjectMapper().readTree(written.toFile());
    }

    /** Starts it at the first call. */
    static synchronized RunningFederation get() {
        if (shared == null) {
            try {
                shared = new RunningFederation();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return shared;
    }

    /** To kill, restart and move its parts; a test leaves all of them running. */
    Federation control() {
        return federation;
    }

    /** What the main job found, contracts §6. */
    JsonNode report() {
        return report;
    }

    URI node(String name) {
        return federation.node(name).base();
    }

    /** Where its users log in. */
    URI realm() {
        return federation.realm().issuer();
    }

    NodeClient client(String node) {
        return new NodeClient(node, node(node), logIn, http);
    }

    GatewayClient gateway() {
        return new GatewayClient(federation.gateway(), http);
    }

    JsonHttp http() {
        return http;
    }

    /** An access token of a demo user, good at one node. */
    String token(String user, String node) {
        return logIn.token(user, node);
    }

    /** A new folder that goes away with the federation. */
    Path newFolder(String name) {
        return folder.below("tests/" + name);
    }

    /** What the gateway's search lists of a kind, {@code datasets} or {@code images}. */
    Set<String> identifiersInGateway(String kind) {
        Map<String, JsonNode> hits =
                kind.equals("images") ? gateway().listImages() : gateway().listDatasets();
        return hits.keySet();
    }

    private static List<Path> descriptions(Path synthetic) throws IOException {
        Stream<Path> made = SyntheticSets.write(synthetic).stream();
        Stream<Path> real = ProjectHome.samples().stream().flatMap(RunningFederation::realSets);
        return Stream.concat(made, real).toList();
    }

    private static Stream<Path> realSets(Path samples) {
        try (Stream<Path> sets = Files.list(samples.resolve("sets"))) {
            return sets.map(set -> set.resolve("dataset.yaml")).sorted().toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void stop() {
        federation.close();
        folder.close();
    }
}
