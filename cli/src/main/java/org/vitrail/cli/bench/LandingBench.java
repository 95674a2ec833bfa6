package org.vitrail.cli.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.vitrail.cli.demo.LoneNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Opens landing pages of a real node in a random order, one after the other, beside its smallest answer. */
@Command(
        name = "landing",
        mixinStandardHelpOptions = true,
        description = "Milliseconds and bytes of landing pages of a node with many data sets.")
final class LandingBench implements Callable<Integer> {
    private static final int WARM_UP = 3_000;

    @Spec
    private CommandSpec spec;

    @Option(names = "--datasets", defaultValue = "100000", description = "data sets (default ${DEFAULT-VALUE})")
    private int count;

    @Option(names = "--pages", defaultValue = "3000", description = "pages opened (default ${DEFAULT-VALUE})")
    private int pages;

    @Mixin
    private BenchPage page = new BenchPage();

    /** Milliseconds and bytes, each sorted. */
    private record Opened(double[] milliseconds, int[] bytes) {
        double percentile(double part) {
            return milliseconds[(int) Math.min(milliseconds.length - 1.0, part * milliseconds.length)];
        }

        int most() {
            return bytes[bytes.length - 1];
        }
    }

    @Override
    public Integer call() throws Exception {
        try (LoneNode node = LoneNode.start("512m", Map.of("vitrail.node.roles", "web"), this::say);
                HttpClient client = HttpClient.newHttpClient()) {
            GeneratedDatasets.insert(node.database(), count, this::say);
            String landing = "/datasets/%010d";
            open(client, node.base(), landing, "text/html", Math.min(WARM_UP, pages));
            Opened html = open(client, node.base(), landing, "text/html", pages);
            Opened turtle = open(client, node.base(), landing, "text/turtle", pages);
            Opened nothing = open(client, node.base(), "/robots.txt", "text/plain", pages);
            page.write(text(html, turtle, nothing));
        }
        return 0;
    }

    private Opened open(HttpClient client, URI base, String path, String accept, int times)
            throws IOException, InterruptedException {
        Random random = new Random(5);
        double[] milliseconds = new double[times];
        int[] bytes = new int[times];
        for (int i = 0; i < times; i++) {
            URI address = URI.create(base + String.format(Locale.ROOT, path, 1 + random.nextInt(count)));
            HttpRequest request =
                    HttpRequest.newBuilder(address).header("Accept", accept).build();
            long start = System.nanoTime();
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            milliseconds[i] = (System.nanoTime() - start) / 1e6;
            bytes[i] = answer.body().length;
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(address + " answered " + answer.statusCode());
            }
        }
        Arrays.sort(milliseconds);
        Arrays.sort(bytes);
        return new Opened(milliseconds, bytes);
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    private String text(Opened html, Opened turtle, Opened nothing) {
        return String.format(
                Locale.ROOT,
                """
                # Landing pages

                `./vitrail bench landing --datasets %d --pages %d`, %s, on %s.

                A packaged node (`-Xmx512m`) over PostgreSQL; landing pages are opened in a random order, one after the other, over HTTP on the
                same machine, without compression. The times are the client's, from the request to the last byte: the server's own are
                shorter. `robots.txt`, which asks nothing of the database, shows what HTTP and client take.

                | | p50 ms | p95 ms | p99 ms | largest, bytes |
                |---|---:|---:|---:|---:|
                %s%s%s
                **A page takes %.1f times as long as `robots.txt` at p95.** That is what to compare between versions; milliseconds are orders of
                magnitude, since the machine may do other things at the same time. That a page with a thousand images and files stays
                below 30 kB is a test (`PageSizeIT`).
                """,
                count,
                pages,
                LocalDate.now(),
                Machine.describe(),
                row("landing page", html),
                row("the same in Turtle", turtle),
                row("`robots.txt`", nothing),
                html.percentile(0.95) / nothing.percentile(0.95));
    }

    private static String row(String what, Opened opened) {
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f | %d |%n",
                what,
                opened.percentile(0.5),
                opened.percentile(0.95),
                opened.percentile(0.99),
                opened.most());
    }
}
