package org.vitrail.gateway.stage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.vitrail.schema.dataset.PublishedDataset;
import org.vitrail.schema.dataset.PublishedImage;
import org.vitrail.schema.dcat.VitrailRdfWriter;

/** A node that consists of its two OAI-PMH repositories. Records are listed in the order of their last change. */
public final class StandInNode implements AutoCloseable {
    private static final int PAGE = 40;

    private final VitrailRdfWriter writer = new VitrailRdfWriter();
    private final Map<String, Map<String, Item>> repositories = new LinkedHashMap<>();
    private final AtomicInteger pagesUntilFailure = new AtomicInteger(Integer.MAX_VALUE);
    private final List<String> requests = new ArrayList<>();
    private HttpServer server;

    private record Item(String identifier, Instant datestamp, String xml) {}

    public StandInNode() {
        repositories.put("/oai", new LinkedHashMap<>());
        repositories.put("/oai/images", new LinkedHashMap<>());
        start(0);
    }

    private void start(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.createContext("/thumbnails/", StandInNode::picture);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI base() {
        return URI.create("http://localhost:" + port());
    }

    public void publish(PublishedDataset dataset) {
        put("/oai", dataset.identifier(), writer.write(dataset));
    }

    public void publish(PublishedImage image) {
        put("/oai/images", image.identifier(), writer.write(image));
    }

    /** Lists anything under this identifier. */
    public void publishRaw(String identifier, String xml) {
        put("/oai", identifier, xml);
    }

    public void delete(String identifier) {
        repositories.values().forEach(items -> {
            if (items.containsKey(identifier)) {
                items.remove(identifier);
                items.put(identifier, new Item(identifier, now(), null));
            }
        });
    }

    private synchronized void put(String repository, String identifier, String xml) {
        Map<String, Item> items = repositories.get(repository);
        items.remove(identifier);
        items.put(identifier, new Item(identifier, now(), xml));
    }

    /** Forgets everything, as if it had never been. */
    public synchronized void clear() {
        repositories.values().forEach(Map::clear);
        requests.clear();
        pagesUntilFailure.set(Integer.MAX_VALUE);
    }

    /** Stops answering after so many further pages. */
    public void failAfter(int pages) {
        pagesUntilFailure.set(pages);
    }

    /** Answers again. */
    public void recover() {
        pagesUntilFailure.set(Integer.MAX_VALUE);
    }

    /** Goes on under another port. */
    public void move() {
        server.stop(0);
        start(0);
    }

    public synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    /** A thumbnail: any picture will do. */
    private static void picture(HttpExchange exchange) throws IOException {
        BufferedImage picture = new BufferedImage(96, 96, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 96 * 96; i++) {
            picture.setRGB(i % 96, i / 96, (i * 37 + exchange.getRequestURI().hashCode()) & 0x3f7f5f);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", bytes);
        exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
        exchange.sendResponseHeaders(200, bytes.size());
        exchange.getResponseBody().write(bytes.toByteArray());
        exchange.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, Item> items = repositories.get(exchange.getRequestURI().getPath());
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        synchronized (this) {
            requests.add(exchange.getRequestURI().toString());
        }
        boolean fails = query.contains("ListRecords") && pagesUntilFailure.getAndDecrement() <= 0;
        byte[] body =
                (fails || items == null ? "gone fishing" : document(items, query)).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=utf-8");
        exchange.sendResponseHeaders(fails ? 500 : items == null ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private synchronized String document(Map<String, Item> items, String query) {
        String head = "<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\"><responseDate>" + now()
                + "</responseDate><request>" + base() + "</request>";
        if (query.contains("verb=Identify")) {
            return head + "<Identify><repositoryName>Stand-in</repositoryName><baseURL>" + base()
                    + "/oai</baseURL><protocolVersion>2.0</protocolVersion><adminEmail>a@example.org</adminEmail>"
                    + "<earliestDatestamp>2020-01-01T00:00:00Z</earliestDatestamp><deletedRecord>persistent</deletedRecord>"
                    + "<granularity>YYYY-MM-DDThh:mm:ssZ</granularity></Identify></OAI-PMH>";
        }
        String token = argument(query, "resumptionToken");
        Instant from = token == null ? instant(argument(query, "from")) : instant(token.split("\\|", 2)[1]);
        int offset = token == null ? 0 : Integer.parseInt(token.split("\\|", 2)[0]);
        List<Item> all = items.values().stream()
                .filter(item -> !item.datestamp().isBefore(from))
                .toList();
        if (all.isEmpty()) {
            return head + "<error code=\"noRecordsMatch\">nothing</error></OAI-PMH>";
        }
        StringBuilder list = new StringBuilder(head).append("<ListRecords>");
        all.subList(Math.min(offset, all.size()), Math.min(offset + PAGE, all.size()))
                .forEach(item -> list.append(record(item)));
        if (offset + PAGE < all.size()) {
            list.append("<resumptionToken>")
                    .append(offset + PAGE)
                    .append('|')
                    .append(from)
                    .append("</resumptionToken>");
        }
        return list.append("</ListRecords></OAI-PMH>").toString();
    }

    private static String record(Item item) {
        String header =
                "<identifier>" + item.identifier() + "</identifier><datestamp>" + item.datestamp() + "</datestamp>";
        return item.xml() == null
                ? "<record><header status=\"deleted\">" + header + "</header></record>"
                : "<record><header>" + header + "</header><metadata>" + item.xml() + "</metadata></record>";
    }

    private static Instant instant(String text) {
        return text == null ? Instant.EPOCH : Instant.parse(text);
    }

    private static String argument(String query, String name) {
        for (String pair : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return null;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
