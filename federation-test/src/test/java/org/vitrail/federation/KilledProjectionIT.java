package org.vitrail.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.vitrail.cli.bench.GeneratedDatasets;
import org.vitrail.cli.demo.DemoFailed;
import org.vitrail.cli.demo.JsonHttp;
import org.vitrail.cli.demo.LoneNode;

/** {@code kill -9} of a node while it projects the change log into its graph: nothing is lost, and nothing is there twice. */
class KilledProjectionIT {
    private static final int DATASETS = 2_000;
    private static final Pattern CURSOR = Pattern.compile("(?m)^vitrail_sparql_cursor(?:\\{[^}]*})? (\\S+)");

    /** How many data sets have so many statements: all are alike, so there is one line. */
    private static final String STATEMENTS = """
            SELECT ?statements (COUNT(?graph) AS ?graphs) WHERE {
              { SELECT ?graph (COUNT(*) AS ?statements) WHERE {
                  GRAPH ?graph { ?s ?p ?o } FILTER(CONTAINS(STR(?graph), "/datasets/")) } GROUP BY ?graph }
            } GROUP BY ?statements
            """;

    private final JsonHttp http = new JsonHttp();

    @Test
    void theGraphIsWholeAfterAKill() throws Exception {
        Map<String, String> settings = Map.of("vitrail.node.roles", "web,sparql", "vitrail.sparql.batch", "10");
        try (LoneNode node = LoneNode.start("384m", settings, line -> {})) {
            GeneratedDatasets.insert(node.database(), DATASETS, line -> {});
            for (int kill = 1; kill <= 2; kill++) {
                long place = kill * DATASETS / 5L;
                KillIT.await("it projects", () -> cursor(node) >= place);
                node.killAndRestart();
            }
            KillIT.await("the graph has caught up", () -> cursor(node) >= DATASETS);
            String counts =
                    text(node, "/sparql?format=csv&query=" + URLEncoder.encode(STATEMENTS, StandardCharsets.UTF_8));

            assertThat(counts.strip().lines().skip(1))
                    .hasSize(1)
                    .first()
                    .asString()
                    .endsWith("," + DATASETS);
        }
    }

    private long cursor(LoneNode node) {
        try {
            Matcher found = CURSOR.matcher(text(node, "/q/metrics"));
            return found.find() ? (long) Double.parseDouble(found.group(1)) : 0;
        } catch (DemoFailed notYet) {
            return 0;
        }
    }

    private String text(LoneNode node, String path) {
        return new String(http.bytes(URI.create(node.base() + path)), StandardCharsets.UTF_8);
    }
}
