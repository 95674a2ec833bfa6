package org.vitrail.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrail.cli.bench.GeneratedDatasets;
import org.vitrail.cli.demo.JsonHttp;
import org.vitrail.cli.demo.LoneNode;

/** Harvesters that others wrote, and a token that outlives its node, while data sets are published and revised. */
class HarvestWhileChangingIT {
    private static final Path PROGRAMS = ProjectHome.path().resolve("federation-test/src/test/independent");
    private static final Pattern DATE = Pattern.compile("<responseDate>([^<]+)<");
    private static final Pattern TOKEN = Pattern.compile("<resumptionToken[^>]*>([^<]+)<");
    private static final Pattern IDENTIFIER = Pattern.compile("<header><identifier>([^<]+)<");
    private static final int AT_FIRST = 300;

    private static LoneNode node;
    private static AtomicInteger published;
    private final JsonHttp http = new JsonHttp();

    @BeforeAll
    static void start() throws SQLException {
        node = LoneNode.start(
                "320m", Map.of("vitrail.oai.page-size", "5", "vitrail.node.roles", "web"), System.out::println);
        GeneratedDatasets.insert(node.database(), AT_FIRST, line -> {});
        published = new AtomicInteger(AT_FIRST);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void perlLosesNothing() throws Exception {
        assumeTrue(
                Shell.works(List.of("perl", "-MHTTP::OAI", "-e", "1")),
                "Debian's HTTP::OAI is absent: apt-get install libhttp-oai-perl");
        losesNothing(PROGRAMS, List.of("perl", "harvest.pl"));
    }

    @Test
    void npmLosesNothing() throws Exception {
        losesNothing(IndependentReaders.install(PROGRAMS), List.of("node", "harvest.mjs"));
    }

    /** A list while others write, then what changed since it began: together they are everything. */
    private void losesNothing(Path folder, List<String> program) throws Exception {
        String began = find(DATE, get("verb=Identify"));
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = Thread.ofVirtual().start(() -> write(done));
        List<String> first = harvest(folder, program, List.of());
        done.set(true);
        writer.join();
        List<String> second = harvest(folder, program, List.of(began));

        assertThat(first).doesNotHaveDuplicates().hasSizeGreaterThan(AT_FIRST / 2);
        Set<String> both = new HashSet<>(first);
        both.addAll(second);
        assertThat(both).hasSize(published.get());
    }

    private static List<String> harvest(Path folder, List<String> program, List<String> from) throws Exception {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(node.base() + "/oai", "oai_datacite"));
        command.addAll(from);
        Shell.Result result = Shell.run(folder, command);
        // npm's oai-pmh cannot read a page of one record, as the last of a list may be: one more, and it is asked
        // again.
        for (int again = 0; again < 20 && result.output().contains("is not iterable"); again++) {
            publishOne();
            result = Shell.run(folder, command);
        }
        assertThat(result.exitCode()).as(result.output()).isZero();
        return result.output()
                .lines()
                .filter(line -> line.startsWith("oai:"))
                .map(line -> line.split("\t")[0])
                .toList();
    }

    private static synchronized void publishOne() throws SQLException {
        int number = published.get() + 1;
        GeneratedDatasets.insert(node.database(), number, number, line -> {});
        published.set(number);
    }

    /** Revises old ones and publishes new ones, as fast as the database allows with a breath between. */
    private static void write(AtomicBoolean done) {
        try (Connection connection = GeneratedDatasets.connect(node.database())) {
            for (int i = 1; !done.get(); i++) {
                GeneratedDatasets.touch(connection, 1 + i * 7 % AT_FIRST);
                if (i % 5 == 0) {
                    publishOne();
                }
                Thread.sleep(10);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aTokenOutlivesTheNodeThatWroteIt() throws IOException {
        Set<String> found = new HashSet<>();
        String page = get("verb=ListRecords&metadataPrefix=oai_dc");
        String token = find(TOKEN, page);
        found.addAll(identifiers(page));

        node.killAndRestart();

        while (token != null) {
            page = get("verb=ListRecords&resumptionToken=" + token);
            assertThat(page).doesNotContain("badResumptionToken");
            assertThat(found).doesNotContainAnyElementsOf(identifiers(page));
            found.addAll(identifiers(page));
            token = find(TOKEN, page);
        }
        assertThat(found).hasSize(published.get());
    }

    private String get(String query) {
        return new String(http.bytes(URI.create(node.base() + "/oai?" + query)), StandardCharsets.UTF_8);
    }

    private static List<String> identifiers(String page) {
        return IDENTIFIER.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private static String find(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : null;
    }
}
