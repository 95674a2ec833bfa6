package org.vitrail.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrail.cli.demo.Deposition;
import org.vitrail.cli.demo.NodeClient;
import org.vitrail.cli.demo.PixelCheck;
import org.vitrail.cli.demo.SampleSet;
import org.vitrail.cli.demo.synthetic.SyntheticSets;

/** {@code kill -9} of a node in the middle of its work: the work goes on after a restart, nothing is lost or done twice. */
class KillIT {

    private static final String NODE = "montpellier";

    private static RunningFederation federation;

    @BeforeAll
    static void start() {
        federation = RunningFederation.get();
    }

    @Test
    void aConversionGoesOnAfterAKill() throws Exception {
        Deposition deposition = deposition("killed-conversion", "A mosaic whose conversion was killed");
        String id = deposition.deposit();
        await(
                "conversion has begun",
                () -> imageState(id).equals("converting") || imageState(id).equals("converted"));

        federation.control().kill(NODE);
        federation.control().restart(NODE);

        assertThat(deposition.convert()).isEmpty();
        JsonNode published = deposition.publish();
        new PixelCheckOf(deposition).requireEqual(published);
        assertThat(latestVersion(published)).isEqualTo(1);
    }

    @Test
    void aPublicationGoesOnAfterAKillAndHappensOnce() throws Exception {
        Deposition deposition = deposition("killed-publication", "A mosaic whose publication was killed");
        String id = deposition.deposit();
        assertThat(deposition.convert()).isEmpty();
        NodeClient node = federation.client(NODE);
        node.submit(id);
        node.accept(id);

        federation.control().kill(NODE);
        federation.control().restart(NODE);

        JsonNode published = deposition.publish();
        String identifier = federation
                .control()
                .node(NODE)
                .identifier(published.path("accession").asText());
        assertThat(latestVersion(published)).isEqualTo(1);
        assertThat(occurrences(oai("?verb=ListIdentifiers&metadataPrefix=oai_dc"), identifier + "<"))
                .isEqualTo(1);
        federation.gateway().ping(NODE);
        await(
                "the gateway lists it",
                () -> federation.identifiersInGateway("datasets").contains(identifier));
    }

    private Deposition deposition(String folder, String title) throws IOException {
        Path yaml = SyntheticSets.write(federation.newFolder(folder)).get(2);
        Files.writeString(yaml, Files.readString(yaml).replaceFirst("title: .*", "title: " + title));
        return new Deposition(federation.client(NODE), SampleSet.read(yaml), federation.http());
    }

    private String imageState(String deposit) {
        return federation.client(NODE).deposit(deposit).at("/images/0/state").asText();
    }

    private int latestVersion(JsonNode deposit) {
        URI dataset = federation
                .node(NODE)
                .resolve("/api/v1/datasets/" + deposit.path("accession").asText());
        return federation.http().get(dataset, null).path("version").asInt();
    }

    private String oai(String query) {
        return new String(federation.http().bytes(federation.node(NODE).resolve("/oai" + query)));
    }

    private static int occurrences(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }

    static void await(String what, BooleanSupplier reached) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("Waited three minutes until %s", what)
                    .isLessThan(deadline);
            Thread.sleep(100);
        }
    }

    /** Equality of every image with its source. */
    private record PixelCheckOf(Deposition deposition) {
        void requireEqual(JsonNode published) {
            var check = new PixelCheck(deposition);
            assertThat(check.check(published)).isNotEmpty();
            check.requireEqual();
        }
    }
}
