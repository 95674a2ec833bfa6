package org.vitrail.cli.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrail.cli.Vitrail;

class OntologiesCommandTest {
    private static final String OBO = """
            data-version: x/releases/%s/x.owl
            ontology: x

            [Term]
            id: X:1
            name: blue cell
            synonym: "azure cell" EXACT []
            is_a: X:2
            relationship: part_of X:3
            alt_id: X:8

            [Term]
            id: X:2
            name: cell

            [Term]
            id: X:3
            name: organ

            [Term]
            id: X:4
            name: old cell
            is_obsolete: true
            replaced_by: X:5

            [Term]
            id: X:5
            name: older cell
            is_obsolete: true
            replaced_by: X:1
            """;

    @TempDir
    Path folder;

    private String printed;

    private int run(String... words) {
        StringWriter out = new StringWriter();
        List<String> all = new ArrayList<>(List.of("ontologies"));
        all.addAll(List.of(words));
        all.addAll(List.of("--store", folder.resolve("store").toString()));
        int code = Vitrail.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute(all.toArray(String[]::new));
        printed = out.toString();
        return code;
    }

    private String file(String date) throws IOException {
        return Files.writeString(folder.resolve("x-" + date + ".obo"), OBO.formatted(date))
                .toString();
    }

    @Test
    void versionsStandSideBySideAndOneIsInUse() throws Exception {
        assertThat(run("list")).isZero();
        assertThat(printed).contains("the shipped vocabulary is used alone");
        assertThat(run("load", file("2026-01-01"))).isZero();
        assertThat(printed).contains("Kept X 2026-01-01: 5 terms, 2 of them obsolete.");
        assertThat(run("load", file("2025-01-01"))).isZero();
        assertThat(printed).contains("Another version is in use");
        assertThat(run("list")).isZero();
        assertThat(printed).containsPattern("  X +2025-01-01").containsPattern("\\* X +2026-01-01");
        assertThat(run("use", "X", "2025-01-01")).isZero();
        assertThat(run("list")).isZero();
        assertThat(printed).containsPattern("\\* X +2025-01-01").containsPattern("  X +2026-01-01");
        assertThat(run("use", "X", "1999")).isEqualTo(1);
        assertThat(printed).contains("There is no X 1999");
    }

    @Test
    void termIsShownWithItsClosuresAndVersions() throws Exception {
        run("load", file("2026-01-01"));
        assertThat(run("show", "X:1")).isZero();
        assertThat(printed)
                .contains("X:1  blue cell")
                .containsPattern("exact +azure cell")
                .containsPattern("kinds of +X:2 cell")
                .containsPattern("within +X:3 organ")
                .containsPattern("stands in +X 2026-01-01");
        assertThat(run("show", "X:4")).isZero();
        assertThat(printed).contains("obsolete; use X:1 blue cell");
        assertThat(run("show", "X:8")).isZero();
        assertThat(printed).contains("X:1  blue cell");
        assertThat(run("show", "X:99")).isEqualTo(1);
        assertThat(printed).contains("X:99 is not in any version in use");
    }

    @Test
    void termsAreFoundByWordsInLoadedAndShippedVocabulary() throws Exception {
        run("load", file("2026-01-01"));
        assertThat(run("search", "azure")).isZero();
        assertThat(printed).contains("X:1").contains("blue cell");
        assertThat(run("search", "maïs")).isZero();
        assertThat(printed).contains("NCBITaxon:4577");
        assertThat(run("search", "no such thing at all")).isEqualTo(1);
        assertThat(run("search", "micro", "--branch", "method")).isZero();
        assertThat(printed.lines()).isNotEmpty().allMatch(line -> line.startsWith("FBbi:") || line.startsWith("DCM:"));
    }

    @Test
    void serviceOnTheWebIsAskedOnRequestAndItsFailureHarmsNothing() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/search", exchange -> {
            byte[] body = """
                    {"response": {"docs": [{"iri": "http://purl.obolibrary.org/obo/GO_1", "label": "far away", "ontology_prefix": "GO"}]}}
                    """.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        assertThat(run("search", "maize", "--also", "ols", "--ols", base)).isZero();
        server.stop(0);
        assertThat(printed).contains("NCBITaxon:4577").containsPattern("GO:1 +far away \\[GO\\]");
        assertThat(run("search", "maize", "--also", "ols", "--ols", base)).isZero();
        assertThat(printed).contains("NCBITaxon:4577").contains("OLS: no answer");
    }

    @Test
    void cyclicOntologyIsLoadedAndShown() throws Exception {
        Path cyclic = Files.writeString(folder.resolve("cyclic.obo"), """
                ontology: cyclic
                [Term]
                id: Y:1
                name: hen
                is_a: Y:2
                relationship: part_of Y:1
                [Term]
                id: Y:2
                name: egg
                is_a: Y:1
                is_a: Y:2
                """);
        assertThat(run("load", cyclic.toString())).isZero();
        assertThat(run("show", "Y:1")).isZero();
        assertThat(printed).containsPattern("kinds of +Y:2 egg\n").containsPattern("within +Y:1 hen, Y:2 egg\n");
    }

    @Test
    void whatCannotBeReadIsToldInALineAndNotKept() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.obo"), "ontology: x\n[Term]\nid: X:1\nnonsense\n");
        assertThat(run("load", broken.toString())).isEqualTo(1);
        assertThat(printed.strip().lines()).hasSize(1);
        assertThat(printed).contains("broken.obo, line 4");
        assertThat(run("load", folder.resolve("none.obo").toString())).isEqualTo(1);
        assertThat(printed).contains("no such file");
        assertThat(run("load", "http://example.org/x.obo")).isEqualTo(1);
        assertThat(printed).contains("no plain https address");
        assertThat(run("load", "https://127.0.0.1/x.obo")).isEqualTo(1);
        assertThat(printed).contains("inside a network");
        assertThat(run("load", file("2026-01-01"), "--max-mib", "0")).isEqualTo(2);
        assertThat(run("list")).isZero();
        assertThat(printed).contains("Nothing is kept");
    }
}
