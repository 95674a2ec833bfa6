package org.vitrail.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs that others wrote read what the federation publishes: Debian's HTTP::OAI and npm's zarrita. */
class IndependentClientsIT {

    private static final Path PROGRAMS = ProjectHome.path().resolve("federation-test/src/test/independent");

    private static RunningFederation federation;

    @BeforeAll
    static void start() {
        federation = RunningFederation.get();
    }

    @ParameterizedTest(name = "HTTP::OAI harvests {0} of both nodes as {1}, completely")
    @CsvSource({
        "datasets, oai_dc",
        "datasets, oai_datacite",
        "datasets, vitrail_rdf",
        "images, oai_dc",
        "images, vitrail_rdf"
    })
    void perlHarvestsEverything(String kind, String prefix) throws Exception {
        assumeTrue(
                Shell.works(List.of("perl", "-MHTTP::OAI", "-e", "1")),
                "Debian's HTTP::OAI is absent: apt-get install libhttp-oai-perl");
        List<String> harvested = new ArrayList<>();
        for (String node : List.of("nantes", "montpellier")) {
            String base = federation.node(node) + (kind.equals("images") ? "/oai/images" : "/oai");
            Shell.Result result = Shell.run(PROGRAMS, List.of("perl", "harvest.pl", base, prefix));
            assertThat(result.exitCode()).as(result.output()).isZero();
            result.output()
                    .lines()
                    .filter(line -> line.endsWith("\tlive"))
                    .map(line -> line.split("\t")[0])
                    .forEach(harvested::add);
        }

        assertThat(harvested)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(federation.identifiersInGateway(kind));
    }

    @Test
    void zarritaReadsEveryPublishedImageWithItsDigest() throws Exception {
        Path folder = IndependentReaders.install(PROGRAMS);
        for (JsonNode dataset : federation.report().path("datasets")) {
            for (JsonNode image : dataset.path("images")) {
                Shell.Result result = Shell.run(
                        folder,
                        List.of("node", "read-level-0.mjs", image.path("zarr").asText()));
                assertThat(result.output().trim())
                        .as(image.path("zarr").asText())
                        .isEqualTo(image.path("digest").asText());
            }
        }
    }
}
