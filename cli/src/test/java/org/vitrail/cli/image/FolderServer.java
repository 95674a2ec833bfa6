package org.vitrail.cli.image;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder behind HTTP, with or without ranges (RFC 9110 §14); absent files and lists are told as S3's API reference says. */
final class FolderServer implements AutoCloseable {

    private final Path folder;
    private final String path;
    private final boolean ranges;
    private final HttpServer server;

    /** @param path under which the folder's files are, with slashes at both ends */
    FolderServer(Path folder, String path, boolean ranges) throws IOException {
        this.folder = folder;
        this.path = path;
        this.ranges = ranges;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Scheme, host and port. */
    String root() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Address of the folder, without a slash at its end. */
    String address() {
        return root() + path.substring(0, path.length() - 1);
    }

    private void answer(HttpExchange exchange) throws IOException {
        URI asked = exchange.getRequestURI();
        try (exchange) {
            String query = String.valueOf(asked.getQuery());
            if (query.contains("list-type=2")) {
                send(exchange, 200, list(query));
                return;
            }
            boolean inside = asked.getPath().startsWith(path);
            Path file = inside ? folder.resolve(asked.getPath().substring(path.length())) : folder;
            if (!Files.isRegularFile(file)) {
                exchange.getResponseHeaders().set("Content-Type", "application/xml");
                send(exchange, 404, "<Error><Code>NoSuchKey</Code></Error>".getBytes(StandardCharsets.US_ASCII));
                return;
            }
            String range = ranges ? exchange.getRequestHeaders().getFirst("Range") : null;
            if (range == null) {
                exchange.sendResponseHeaders(200, Files.size(file) == 0 ? -1 : Files.size(file));
                Files.copy(file, exchange.getResponseBody());
            } else {
                send(exchange, 206, part(Files.readAllBytes(file), range.substring(6)));
            }
        }
    }

    private static byte[] part(byte[] body, String range) {
        String[] ends = range.split("-", 2);
        int from = ends[0].isEmpty() ? Math.max(0, body.length - Integer.parseInt(ends[1])) : Integer.parseInt(ends[0]);
        int to = ends[0].isEmpty() ? body.length : Math.min(body.length, Integer.parseInt(ends[1]) + 1);
        return Arrays.copyOfRange(body, from, to);
    }

    /** All keys that begin so, in one page; the bucket is the first part of the path. */
    private byte[] list(String query) throws IOException {
        String prefix = Stream.of(query.split("&"))
                .filter(each -> each.startsWith("prefix="))
                .map(each -> each.substring(7))
                .findFirst()
                .orElse("");
        String base = path.substring(path.indexOf('/', 1) + 1);
        try (Stream<Path> all = Files.walk(folder)) {
            List<String> keys = all.filter(Files::isRegularFile)
                    .map(file -> base + folder.relativize(file))
                    .filter(key -> key.startsWith(prefix))
                    .toList();
            return keys.stream()
                    .map(key -> "<Contents><Key>" + key
                            + "</Key><LastModified>2026-01-02T03:04:05.000Z</LastModified><ETag>\"e\"</ETag>"
                            + "<Size>1</Size><StorageClass>STANDARD</StorageClass></Contents>")
                    .collect(Collectors.joining(
                            "",
                            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><ListBucketResult"
                                    + " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>bucket</Name><Prefix/>"
                                    + "<KeyCount>" + keys.size()
                                    + "</KeyCount><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated>",
                            "</ListBucketResult>"))
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
