package org.vitrail.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrail.cli.demo.Deposition;
import org.vitrail.cli.demo.SampleSet;
import org.vitrail.cli.demo.synthetic.SyntheticSets;
import org.vitrail.services.Engine;

/** An engine or a node is away during a harvest, or a node has moved: others are not held up, and the next run mends it. */
class OutageIT {

    private static RunningFederation federation;

    @BeforeAll
    static void start() {
        federation = RunningFederation.get();
    }

    @Test
    void aNodeThatIsDownHoldsUpNobodyAndIsReported() throws Exception {
        federation.control().kill("montpellier");
        String identifier = publish("nantes", "while-montpellier-is-down", "Published while the other node was down");

        federation.gateway().ping("nantes");
        federation.gateway().ping("montpellier");
        KillIT.await("the living node's record arrives", () -> isFound(identifier));
        KillIT.await("the report names the fault", () -> outcome("montpellier").equals("incomplete"));

        federation.control().restart("montpellier");
        String later = publish("montpellier", "after-the-outage", "Published after the outage");
        KillIT.await("the next run mends it", () -> {
            federation.gateway().ping("montpellier");
            return isFound(later);
        });
        // A record is found before its run has ended, and the last ping may have begun another run.
        KillIT.await("the report says so", () -> outcome("montpellier").equals("complete"));
    }

    @Test
    void recordsHarvestedWhileTheEngineIsDownAreFoundAfterwards() throws Exception {
        federation.control().services().kill(Engine.ELASTICSEARCH);
        String identifier = publish("nantes", "while-the-engine-is-down", "Published while the engine was down");
        federation.gateway().ping("nantes");
        KillIT.await("the report names the fault", () -> outcome("nantes").equals("incomplete"));

        federation.control().services().restart(Engine.ELASTICSEARCH);

        KillIT.await("the record is found", () -> {
            federation.gateway().ping("nantes");
            return isFoundOnceTheEngineAnswers(identifier);
        });
    }

    @Test
    void aNodeThatMovesKeepsItsIdentifiersAndIsNotShownTwice() throws Exception {
        Set<String> before = federation.identifiersInGateway("datasets");

        federation.control().move("montpellier", freePort());
        federation.control().restart(org.vitrail.cli.demo.Federation.GATEWAY);
        String later = publish("montpellier", "after-the-move", "Published after the move");
        KillIT.await("the moved node is harvested", () -> {
            federation.gateway().ping("montpellier");
            return isFound(later);
        });

        Set<String> after = federation.identifiersInGateway("datasets");
        assertThat(after).containsAll(before).hasSize(before.size() + 1);
        JsonNode moved = federation.gateway().listDatasets().get(later);
        assertThat(moved.path("landingPage").asText())
                .startsWith(federation.node("montpellier").toString());
    }

    private static String publish(String node, String folder, String title) throws IOException {
        Path yaml = SyntheticSets.write(federation.newFolder(folder)).get(1);
        Files.writeString(yaml, Files.readString(yaml).replaceFirst("title: .*", "title: " + title));
        var deposition = new Deposition(federation.client(node), SampleSet.read(yaml), federation.http());
        deposition.deposit();
        assertThat(deposition.convert()).isEmpty();
        JsonNode published = deposition.publish();
        return federation
                .control()
                .node(node)
                .identifier(published.path("accession").asText());
    }

    private static boolean isFound(String identifier) {
        return federation.identifiersInGateway("datasets").contains(identifier);
    }

    private static boolean isFoundOnceTheEngineAnswers(String identifier) {
        try {
            return isFound(identifier);
        } catch (org.vitrail.cli.demo.DemoFailed unavailable) {
            return false;
        }
    }

    private static String outcome(String node) {
        for (JsonNode each : federation.gateway().nodes().path("nodes")) {
            if (each.path("name").asText().equals(node)) {
                return each.at("/lastRun/outcome").asText();
            }
        }
        throw new AssertionError("The gateway knows no node " + node);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
