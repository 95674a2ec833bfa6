package org.vitrail.node.doi.datacite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import org.vitrail.node.doi.datacite.DoiRecords.Refusal;

/**
 * Answers as DataCite's REST API is documented to (support.datacite.org: "REST API", "DOI States", "Error codes"): Basic
 * authentication, JSON:API, states and events, metadata judged by the official schema where that is beside the project. PUT
 * of an unknown DOI is answered by 404, as documented; DataCite itself may create it. Keeps a log, and fails on demand.
 */
public final class DataCiteStandIn implements AutoCloseable {
    public static final String REPOSITORY = "DEMO.IMAGES";
    public static final String PASSWORD = "correct-horse-battery";
    public static final String PREFIX = "10.12345";

    /** What goes wrong with the next request. */
    public enum Fault {
        /** Nothing: the fault is one of the requests after it. */
        NONE,
        /** The DOI is said to be unknown. */
        UNKNOWN,
        /** It is carried out, and the connection ends before the answer. */
        ANSWER_LOST,
        /** The connection ends before anything happens. */
        CONNECTION_LOST,
        /** It is carried out, and no answer comes in any time that a client would wait. */
        ANSWER_LATE,
        INTERNAL_ERROR,
        TOO_MANY_REQUESTS,
        MAINTENANCE
    }

    private static final Set<Fault> CARRIED_OUT = EnumSet.of(Fault.NONE, Fault.ANSWER_LOST, Fault.ANSWER_LATE);
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpServer server;
    private final DoiRecords records = new DoiRecords(PREFIX);
    private final List<String> log = new ArrayList<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private String retryAfter = "7";

    /** Starts on a free port of this machine. */
    public DataCiteStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/dois", this::handle);
        server.start();
    }

    public URI api() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Lets the next requests fail, one after the other. */
    public synchronized void failNext(Fault... next) {
        faults.addAll(List.of(next));
    }

    /** The header Retry-After of coming refusals; null for none. */
    public synchronized void retryAfter(String header) {
        retryAfter = header;
    }

    /** Every request: method, DOI, event and answer, as {@code PUT 10.12345/x publish 200}. */
    public synchronized List<String> log() {
        return List.copyOf(log);
    }

    public synchronized void clearLog() {
        log.clear();
    }

    /** States by DOI. */
    public synchronized Map<String, String> states() {
        return new TreeMap<>(records.states());
    }

    public synchronized String url(String doi) {
        return records.get(doi).url();
    }

    /** The metadata last told. */
    public synchronized String xml(String doi) {
        return records.get(doi).xml();
    }

    /** How often a DOI came into being; DataCite itself allows once. */
    public synchronized int created(String doi) {
        return records.created(doi);
    }

    /** Takes a DOI for another account. */
    public synchronized void takeForAnother(String doi) {
        records.takeForAnother(doi);
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Fault fault;
        Answer answer;
        synchronized (this) {
            fault = faults.isEmpty() ? Fault.NONE : faults.poll();
            answer = CARRIED_OUT.contains(fault) ? answer(exchange, body) : broken(fault);
            log.add(line(exchange, body, fault == Fault.NONE ? String.valueOf(answer.status()) : fault.name()));
        }
        if (fault == Fault.ANSWER_LATE) {
            java.util.concurrent.locks.LockSupport.parkNanos(3_000_000_000L);
        }
        if (answer == null || fault == Fault.ANSWER_LOST) {
            exchange.close();
            return;
        }
        if (answer.retryAfter() != null) {
            exchange.getResponseHeaders().add("Retry-After", answer.retryAfter());
        }
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private record Answer(int status, String body, String retryAfter) {
        static Answer of(int status, String title) {
            return new Answer(status, errors(String.valueOf(status), title), null);
        }
    }

    private Answer broken(Fault fault) {
        return switch (fault) {
            case UNKNOWN -> Answer.of(404, "The resource you are looking for doesn't exist.");
            case INTERNAL_ERROR -> Answer.of(500, "Internal server error");
            case TOO_MANY_REQUESTS -> new Answer(429, errors("429", "Too many requests"), retryAfter);
            case MAINTENANCE -> new Answer(503, "<html>Maintenance</html>", retryAfter);
            default -> null;
        };
    }

    private Answer answer(HttpExchange exchange, byte[] body) throws IOException {
        if (!isAuthorized(exchange)) {
            return Answer.of(401, "Bad credentials.");
        }
        String doi = doi(exchange);
        try {
            return switch (exchange.getRequestMethod()) {
                case "GET" -> new Answer(200, document(records.find(doi)), null);
                case "PUT" -> new Answer(200, document(records.update(doi, attributes(body))), null);
                case "POST" -> new Answer(201, document(records.create(attributes(body))), null);
                default -> Answer.of(405, "Method not allowed");
            };
        } catch (Refusal refusal) {
            return new Answer(refusal.status(), errors(refusal.source(), refusal.getMessage()), null);
        }
    }

    private static boolean isAuthorized(HttpExchange exchange) {
        String expected =
                Base64.getEncoder().encodeToString((REPOSITORY + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return ("Basic " + expected).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static String doi(HttpExchange exchange) {
        return exchange.getRequestURI().getPath().replaceFirst("^/dois/?", "").toLowerCase(java.util.Locale.ROOT);
    }

    private static JsonNode attributes(byte[] body) throws IOException {
        return JSON.readTree(body).at("/data/attributes");
    }

    private static String line(HttpExchange exchange, byte[] body, String outcome) throws IOException {
        JsonNode attributes = body.length == 0 ? JSON.createObjectNode() : attributes(body);
        String doi = doi(exchange).isEmpty() ? attributes.path("doi").asText() : doi(exchange);
        String event = attributes.path("event").asText();
        return exchange.getRequestMethod() + " " + doi + (event.isEmpty() ? "" : " " + event) + " " + outcome;
    }

    private static String document(DoiRecords.Stored stored) {
        return JSON.createObjectNode()
                .set(
                        "data",
                        JSON.createObjectNode()
                                .put("id", stored.doi())
                                .put("type", "dois")
                                .set(
                                        "attributes",
                                        JSON.createObjectNode()
                                                .put("doi", stored.doi())
                                                .put("url", stored.url())
                                                .put("state", stored.state())))
                .toString();
    }

    /** Errors of a field name it as source, others repeat the status. */
    private static String errors(String about, String title) {
        String member = about.matches("\\d+") ? "status" : "source";
        return JSON.createObjectNode()
                .set(
                        "errors",
                        JSON.createArrayNode()
                                .add(JSON.createObjectNode().put(member, about).put("title", title)))
                .toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
