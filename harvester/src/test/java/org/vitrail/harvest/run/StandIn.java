package org.vitrail.harvest.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on a free port that answers each request by a script and remembers what it was asked. */
final class StandIn implements AutoCloseable {

    /** Answers one request. */
    @FunctionalInterface
    interface Script {
        Reply answer(Map<String, String> arguments) throws Exception;
    }

    /**
     * @param announced Content-Length to send, or -1 for the body's own
     * @param holdMillis how long the connection is held open after the body
     */
    record Reply(int status, Map<String, String> headers, byte[] body, long announced, long holdMillis) {

        static Reply xml(String body) {
            return bytes(body.getBytes(StandardCharsets.UTF_8));
        }

        static Reply bytes(byte[] body) {
            return new Reply(200, Map.of("Content-Type", "text/xml"), body, -1, 0);
        }

        static Reply status(int status) {
            return new Reply(status, Map.of(), new byte[0], -1, 0);
        }

        Reply with(String header, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Reply(status, more, body, announced, holdMillis);
        }

        Reply holding(long millis) {
            return new Reply(status, headers, body, announced, millis);
        }

        Reply announcing(long length) {
            return new Reply(status, headers, body, length, holdMillis);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Script script;
    private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
    private final List<String> userAgents = new CopyOnWriteArrayList<>();
    private final Set<Integer> connections = ConcurrentHashMap.newKeySet();

    StandIn(Script script) {
        this.script = script;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/oai");
    }

    /** Arguments of all requests for lists, in order. */
    List<Map<String, String>> listRequests() {
        return asked.stream().filter(a -> "ListRecords".equals(a.get("verb"))).toList();
    }

    List<String> userAgents() {
        return userAgents;
    }

    /** The client's ports: one a connection. */
    Set<Integer> connections() {
        return connections;
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, String> arguments = arguments(exchange.getRequestURI().getRawQuery());
        asked.add(arguments);
        connections.add(exchange.getRemoteAddress().getPort());
        userAgents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
        try (exchange) {
            Reply reply = script.answer(arguments);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            long length = reply.announced() >= 0 ? reply.announced() : reply.body().length;
            exchange.sendResponseHeaders(reply.status(), length == 0 ? -1 : length);
            if (length > 0) {
                exchange.getResponseBody().write(reply.body());
                exchange.getResponseBody().flush();
                Thread.sleep(reply.holdMillis());
            }
        } catch (Exception e) {
            // the harvester hung up, or the script wants the connection to break
        }
    }

    private static Map<String, String> arguments(String query) {
        Map<String, String> arguments = new LinkedHashMap<>();
        if (query != null) {
            for (String pair : query.split("&")) {
                int equals = pair.indexOf('=');
                arguments.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return arguments;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
