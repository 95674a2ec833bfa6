package org.vitrail.cli.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.vitrail.cli.demo.LoneNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists a million data sets of a real node over OAI-PMH, and as much as is bearable with XOAI's own provider over the same tables. */
@Command(
        name = "oai",
        mixinStandardHelpOptions = true,
        description = "Records per second of ListRecords, beside XOAI's own provider over the same tables.")
final class OaiBench implements Callable<Integer> {
    private static final Pattern TOKEN = Pattern.compile("<resumptionToken[^>]*>([^<]+)<");
    private static final String HEAP = "512m";
    private static final int NEIGHBORS = 25;
    private static final int POINTS = 10;

    @Spec
    private CommandSpec spec;

    @Option(names = "--datasets", defaultValue = "1000000", description = "data sets (default ${DEFAULT-VALUE})")
    private int count;

    @Option(names = "--page-size", defaultValue = "200", description = "records a page (default ${DEFAULT-VALUE})")
    private int pageSize;

    @Mixin
    private BenchPage page = new BenchPage();

    /** A whole list: seconds of each page in its order. */
    private record Listing(double[] seconds, int records, long bytes) {
        double total() {
            double sum = 0;
            for (double each : seconds) {
                sum += each;
            }
            return sum;
        }

        double rate() {
            return records / total();
        }

        /** Median seconds of the pages around one. */
        double around(int page) {
            int first = Math.max(0, Math.min(seconds.length - 1, page - NEIGHBORS));
            int last = Math.min(seconds.length, page + NEIGHBORS + 1);
            return median(Arrays.copyOfRange(seconds, first, last));
        }
    }

    /** @param rate records a second at each of ten points of the list */
    private record Stock(double[] rate) {
        /** Of the whole list: the mean time of a record at the points. */
        double whole() {
            double seconds = 0;
            for (double each : rate) {
                seconds += 1 / each;
            }
            return rate.length / seconds;
        }
    }

    @Override
    public Integer call() throws Exception {
        Map<String, String> settings =
                Map.of("vitrail.oai.page-size", Integer.toString(pageSize), "vitrail.node.roles", "web");
        try (LoneNode node = LoneNode.start(HEAP, settings, this::say)) {
            GeneratedDatasets.insert(node.database(), count, this::say);
            Listing warmUp = list(node.base(), Math.min(count, 50 * pageSize));
            say("warm: %.0f records/s".formatted(warmUp.rate()));
            Stock stock = stock(node);
            Listing whole = list(node.base(), count);
            say("whole list: %.0f records/s".formatted(whole.rate()));
            Listing first = list(node.base(), Math.min(count, (2 * NEIGHBORS + 1) * pageSize));
            NodeMemory memory = NodeMemory.of(node.process().pid());
            page.write(text(whole, first, stock, memory));
        }
        return 0;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private Listing list(URI base, int most) throws IOException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        int records = 0;
        long bytes = 0;
        try (HttpClient client = HttpClient.newHttpClient()) {
            String next = "metadataPrefix=oai_datacite";
            while (next != null && records < most) {
                long start = System.nanoTime();
                String xml = get(client, URI.create(base + "/oai?verb=ListRecords&" + next));
                seconds.add((System.nanoTime() - start) / 1e9);
                records += countRecords(xml);
                bytes += xml.length();
                Matcher token = TOKEN.matcher(xml.substring(Math.max(0, xml.length() - 2_000)));
                next = token.find()
                        ? "resumptionToken=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)
                        : null;
                if (seconds.size() % 500 == 0) {
                    say(records + " records listed");
                }
            }
        }
        return new Listing(seconds.stream().mapToDouble(Double::doubleValue).toArray(), records, bytes);
    }

    private static String get(HttpClient client, URI address) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() != 200 || answer.body().contains("<error")) {
            throw new IllegalStateException("The node answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private static int countRecords(String xml) {
        int records = 0;
        for (int at = xml.indexOf("<record>"); at >= 0; at = xml.indexOf("<record>", at + 1)) {
            records++;
        }
        return records;
    }

    /** Ten points of the list, some pages at each. */
    private Stock stock(LoneNode node) throws SQLException, XMLStreamException {
        double[] rate = new double[POINTS];
        try (Connection connection = GeneratedDatasets.connect(node.database())) {
            StockProvider stock = new StockProvider(connection, count, pageSize);
            for (int warm = 0; warm < 20; warm++) {
                stock.page(0);
            }
            for (int point = 0; point < POINTS; point++) {
                int offset = (int) ((long) count * point / POINTS);
                double[] seconds = new double[5];
                for (int i = 0; i < seconds.length; i++) {
                    long start = System.nanoTime();
                    stock.page(offset);
                    seconds[i] = (System.nanoTime() - start) / 1e9;
                }
                rate[point] = Math.min(pageSize, count - offset) / median(seconds);
                say("XOAI's provider at record %d: %.0f records/s".formatted(offset, rate[point]));
            }
        }
        return new Stock(rate);
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    private String text(Listing whole, Listing first, Stock stock, NodeMemory memory) {
        int late = (int) (0.9 * whole.seconds.length);
        return String.format(
                Locale.ROOT,
                """
                # OAI-PMH

                `./vitrail bench oai --datasets %d --page-size %d`, %s, on %s.

                A packaged node (`-Xmx%s`) over PostgreSQL lists its data sets as `oai_datacite`, asked over HTTP on the same machine by
                one client that follows the tokens to the end; engines, node and client share the cores. XOAI's own DataProvider runs
                over the same tables in the client's process, without HTTP, with the same metadata writer, by limit and offset; it is
                measured at ten points of the list, five pages each.

                | | records/s |
                |---|---:|
                | node, whole list of %d records (%.1f kB each) | **%.0f** |
                | XOAI's provider at the beginning | %.0f |
                | XOAI's provider at nine tenths | %.0f |
                | XOAI's provider, whole list (from the ten points) | %.0f |

                **The node lists %.1f times as fast as XOAI's provider over the whole list, %.1f times at its beginning.** A page around record
                %d takes **%.2f times** as long as one of the first, listed again afterwards (medians of %d pages). The node's heap after a full collection holds
                **%d MiB**, its process **%d MiB** resident at most.

                The ratios are what to compare between versions; records a second are orders of magnitude, since the machine may do other
                things at the same time.
                """,
                count,
                pageSize,
                LocalDate.now(),
                Machine.describe(),
                HEAP,
                whole.records,
                whole.bytes / 1000.0 / whole.records,
                whole.rate(),
                stock.rate[0],
                stock.rate[9],
                stock.whole(),
                whole.rate() / stock.whole(),
                whole.rate() / stock.rate[0],
                late * pageSize,
                whole.around(late) / median(first.seconds),
                2 * NEIGHBORS + 1,
                memory.heapBytes() >> 20,
                memory.peakResidentBytes() >> 20);
    }
}
