package org.vitrail.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vitrail.cli.demo.LoneNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Projects data sets of a real node into its graph, as it does and graph by graph, and asks the example queries of its page. */
@Command(
        name = "sparql",
        mixinStandardHelpOptions = true,
        description =
                "Data sets a second projected into the graph behind /sparql, and the time of the example queries.")
final class SparqlBench implements Callable<Integer> {
    private static final String HEAP = "768m";
    private static final Pattern CURSOR = Pattern.compile("(?m)^vitrail_sparql_cursor(?:\\{[^}]*})? ([0-9.E]+)");
    private static final Pattern EXAMPLE = Pattern.compile("<li><a href=\"(/sparql\\?query=[^\"]+)\">([^<]+)</a>");
    private static final int ASKED = 20;

    private static final String IMAGE_ITEMS = """
            insert into oai_item (repository, identifier, accession, image_id, sequence, datestamp, deleted, sets)
            select 'images', accession || '/' || image_id, accession, image_id, nextval('oai_sequence'), now(), false, '{}'
              from image order by accession
            """;

    @Spec
    private CommandSpec spec;

    @Option(names = "--datasets", defaultValue = "20000", description = "data sets (default ${DEFAULT-VALUE})")
    private int count;

    @Option(
            names = "--naive",
            defaultValue = "500",
            description = "data sets that are projected graph by graph (default ${DEFAULT-VALUE})")
    private int naive;

    @Option(names = "--quick", description = "a hundredth of everything, to see that it runs")
    private boolean quick;

    @Mixin
    private BenchPage page = new BenchPage();

    private final HttpClient client = HttpClient.newHttpClient();

    /** @param rate data sets a second @param queries lines of the table of queries; empty where none were asked */
    private record Projected(double rate, String queries, NodeMemory memory) {}

    @Override
    public Integer call() throws Exception {
        int all = quick ? count / 100 : count;
        int few = quick ? Math.max(20, naive / 10) : naive;
        Projected single = project(few, 1, false);
        say("one graph a transaction: %.1f data sets/s".formatted(single.rate));
        Projected batches = project(all, 500, true);
        say("500 graphs a transaction: %.1f data sets/s".formatted(batches.rate));
        page.write(text(all, few, single, batches));
        return 0;
    }

    private Projected project(int datasets, int batch, boolean ask)
            throws SQLException, IOException, InterruptedException {
        Map<String, String> settings =
                Map.of("vitrail.node.roles", "sparql", "vitrail.sparql.batch", Integer.toString(batch));
        try (LoneNode node = LoneNode.start(HEAP, settings, this::say)) {
            CompletableFuture<Double> rate = CompletableFuture.supplyAsync(() -> rate(node.base(), 2L * datasets));
            GeneratedDatasets.insert(node.database(), datasets, this::say);
            try (Connection connection = GeneratedDatasets.connect(node.database());
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate(IMAGE_ITEMS);
            }
            double measured = rate.join();
            requireWhole(node.base(), datasets);
            return new Projected(
                    measured,
                    ask ? queries(node.base()) : "",
                    NodeMemory.of(node.process().pid()));
        }
    }

    /** A record that could not be projected would make the rest look fast. */
    private void requireWhole(URI base, int datasets) throws IOException, InterruptedException {
        String query =
                "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } FILTER(CONTAINS(STR(?g), '/datasets/')) }";
        URI count = URI.create(base + "/sparql?format=csv&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        String graphs =
                get(count, "text/csv").strip().lines().skip(1).findFirst().orElse("");
        if (!graphs.equals(Integer.toString(2 * datasets))) {
            throw new IllegalStateException(
                    "The graph holds " + graphs + " data sets and images instead of " + 2 * datasets);
        }
    }

    /**
     * Follows the place in the change log from the first graphs to the last, while the log grows; each place is a graph, two of
     * them a data set.
     */
    private double rate(URI base, long end) {
        try {
            long first = awaitCursor(base, 1);
            long begun = System.nanoTime();
            long last = awaitCursor(base, end);
            return (last - first) / 2.0 / ((System.nanoTime() - begun) / 1e9);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the node projects", e);
        }
    }

    private long awaitCursor(URI base, long place) throws IOException, InterruptedException {
        long at = cursor(base);
        while (at < place) {
            Thread.sleep(50);
            at = cursor(base);
        }
        return at;
    }

    private long cursor(URI base) throws IOException, InterruptedException {
        Matcher found = CURSOR.matcher(get(URI.create(base + "/q/metrics"), "text/plain"));
        return found.find() ? (long) Double.parseDouble(found.group(1)) : 0;
    }

    private String queries(URI base) throws IOException, InterruptedException {
        StringBuilder lines = new StringBuilder();
        Matcher examples = EXAMPLE.matcher(get(URI.create(base + "/sparql"), "text/html"));
        while (examples.find()) {
            URI query = URI.create(base + examples.group(1).replace("&amp;", "&"));
            double[] millis = new double[ASKED];
            get(query, "*/*");
            for (int i = 0; i < ASKED; i++) {
                long begun = System.nanoTime();
                get(query, "*/*");
                millis[i] = (System.nanoTime() - begun) / 1e6;
            }
            Arrays.sort(millis);
            lines.append(String.format(
                    Locale.ROOT,
                    "| %s | %.0f | %.0f |%n",
                    examples.group(2),
                    millis[ASKED / 2],
                    millis[(int) (0.95 * (ASKED - 1))]));
            say(examples.group(2));
        }
        return lines.toString();
    }

    private String get(URI address, String accept) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(address).header("Accept", accept).build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("The node answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    private String text(int all, int few, Projected single, Projected batches) {
        return String.format(
                Locale.ROOT,
                """
                # SPARQL

                `./vitrail bench sparql --datasets %d --naive %d`, %s, on %s.

                A packaged node (`-Xmx%s`) with the role `sparql` alone reads data sets of one image each from PostgreSQL and writes them
                into its graph on disk: two graphs a data set. Engines, node and client share the cores.

                | | data sets/s |
                |---|---:|
                | 500 graphs a transaction, %d data sets | **%.0f** |
                | one graph a transaction, %d data sets | %.1f |

                **Batches project %.1f times as fast as single graphs.** The node's process holds **%d MiB** resident at most, memory-mapped
                files included.

                The examples of the page, asked over HTTP %d times each, one after the other, of that graph:

                | query | p50 ms | p95 ms |
                |---|---:|---:|
                %s
                The ratio is what to compare between versions; other figures are orders of magnitude, since the machine may do other things
                at the same time.
                """,
                all,
                few,
                LocalDate.now(),
                Machine.describe(),
                HEAP,
                all,
                batches.rate,
                few,
                single.rate,
                batches.rate / single.rate,
                batches.memory.peakResidentBytes() >> 20,
                ASKED,
                batches.queries);
    }
}
