package org.vitrail.cli.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class HarvestCommandTest {

    private static final String LIST = "<ListRecords>%s</ListRecords>";
    private static final String RECORD =
            "<record><header><identifier>oai:toy:%d</identifier><datestamp>2026-11-20</datestamp>"
                    + "<setSpec>cells</setSpec></header><metadata><m xmlns=''>é</m></metadata></record>";
    private static final String DELETED = "<record><header status='deleted'><identifier>oai:toy:9</identifier>"
            + "<datestamp>2026-11-20</datestamp></header></record>";

    @TempDir
    private Path folder;

    private final ObjectMapper json = new ObjectMapper();
    private final StringWriter printed = new StringWriter();
    private final StringWriter progress = new StringWriter();
    private final List<String> queries = new ArrayList<>();
    private HttpServer server;
    private volatile String secondPage = LIST.formatted(RECORD.formatted(2) + DELETED);
    private volatile int secondStatus = 200;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String query = exchange.getRequestURI().getQuery();
            queries.add(query);
            boolean second = query.contains("resumptionToken");
            byte[] body = ("<OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'><responseDate>2026-11-22T10:00:00Z"
                            + "</responseDate>" + content(query, second) + "</OAI-PMH>")
                    .getBytes(StandardCharsets.UTF_8);
            try (exchange) {
                exchange.sendResponseHeaders(second ? secondStatus : 200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    private String content(String query, boolean second) {
        if (query.contains("Identify")) {
            return "<Identify><granularity>YYYY-MM-DD</granularity></Identify>";
        }
        return second ? secondPage : LIST.formatted(RECORD.formatted(1) + "<resumptionToken>two</resumptionToken>");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void completeHarvestExitsWith0AndWritesLinesAndReport() throws Exception {
        assertThat(run("--out", file("r.jsonl"), "--report", file("r.json"), "--progress", "1"))
                .isZero();
        List<String> lines = Files.readAllLines(folder.resolve("r.jsonl"));
        assertThat(lines).hasSize(3);
        JsonNode first = json.readTree(lines.getFirst());
        assertThat(first.path("identifier").asText()).isEqualTo("oai:toy:1");
        assertThat(first.path("datestamp").asText()).isEqualTo("2026-11-20T00:00:00Z");
        assertThat(first.path("sets").get(0).asText()).isEqualTo("cells");
        assertThat(first.path("metadata").asText()).contains(">é</m>");
        assertThat(json.readTree(lines.get(2)).path("deleted").asBoolean()).isTrue();
        assertThat(report().path("outcome").asText()).isEqualTo("complete");
        assertThat(report().path("records").asInt()).isEqualTo(3);
        assertThat(report().path("deleted").asInt()).isEqualTo(1);
        assertThat(printed.toString()).contains("complete: 3 records (1 deleted), 0 failed, 2 pages");
        assertThat(progress.toString()).contains("page 1: 1 records").contains("page 2: 3 records");
    }

    @Test
    void interruptedHarvestExitsWith3AndCanBeResumedIntoTheSameFile() throws Exception {
        secondStatus = 403;
        assertThat(run("--out", file("r.jsonl"), "--report", file("r.json"))).isEqualTo(3);
        assertThat(report().path("outcome").asText()).isEqualTo("interrupted");
        assertThat(report().path("resumeFrom").asText()).isEqualTo("two");
        assertThat(printed.toString()).contains("--resume 'two'");
        secondStatus = 200;
        assertThat(run("--out", file("r.jsonl"), "--report", file("r.json"), "--resume", "two"))
                .isZero();
        assertThat(Files.readAllLines(folder.resolve("r.jsonl"))).hasSize(3);
    }

    @Test
    void refusedHarvestExitsWith4() throws Exception {
        secondPage = "<error code='cannotDisseminateFormat'>no</error>";
        assertThat(run("--report", file("r.json"))).isEqualTo(4);
        assertThat(report().path("outcome").asText()).isEqualTo("refused");
        assertThat(report().path("code").asText()).isEqualTo("cannotDisseminateFormat");
    }

    @Test
    void privateAddressIsNotAskedUnlessAllowed() {
        assertThat(execute("http://192.168.255.254/oai", "--report", file("r.json")))
                .isEqualTo(4);
        assertThat(printed.toString()).contains("private address");
    }

    @Test
    void datesAreSentInTheRepositorysGranularity() {
        run("--from", "2026-11-01T23:00:00Z", "--until", "2026-11-20");
        assertThat(queries.get(1)).contains("from=2026-11-01&until=2026-11-20");
    }

    @Test
    void argumentsThatCannotBeUsedExitWith2AndAReason() {
        assertThat(run("--from", "yesterday")).isEqualTo(2);
        assertThat(progress.toString()).contains("\"yesterday\" is not a date");
        assertThat(execute("file:///etc/passwd")).isEqualTo(2);
        assertThat(execute("not a url")).isEqualTo(2);
    }

    @Test
    void filesThatCannotBeWrittenAreNamedBeforeAnythingIsAsked() {
        assertThat(run("--out", file("none/r.jsonl"))).isEqualTo(2);
        assertThat(run("--report", folder.toString())).isEqualTo(2);
        assertThat(progress.toString()).contains("--out " + file("none/r.jsonl"), "--report " + folder);
        assertThat(progress.toString()).doesNotContain("\tat ");
        assertThat(queries).isEmpty();
    }

    private int run(String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.addFirst("http://127.0.0.1:" + server.getAddress().getPort() + "/oai");
        return execute(all.toArray(String[]::new));
    }

    private int execute(String... arguments) {
        return new CommandLine(new HarvestCommand())
                .setOut(new PrintWriter(printed))
                .setErr(new PrintWriter(progress))
                .execute(arguments);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private JsonNode report() throws Exception {
        return json.readTree(Files.readString(folder.resolve("r.json")));
    }
}
