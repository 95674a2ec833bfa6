package org.vitrail.cli.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * An OAI-PMH repository of generated records that costs next to nothing to serve: its pages are made once and differ in
 * their token only.
 */
final class GeneratedRepository implements AutoCloseable {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<OAI-PMH"
            + " xmlns=\"http://www.openarchives.org/OAI/2.0/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
            + "<responseDate>2026-11-22T10:00:00Z</responseDate><request>http://localhost/oai</request>";

    private final HttpServer server;
    private final byte[] start;
    private final int pages;

    /** @param pageSize records a page */
    GeneratedRepository(int pages, int pageSize) throws IOException {
        this.pages = pages;
        StringBuilder text = new StringBuilder(HEAD).append("<ListRecords>");
        for (int i = 0; i < pageSize; i++) {
            append(text, i);
        }
        this.start = text.toString().getBytes(StandardCharsets.UTF_8);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/oai");
    }

    /** The page of this number, as it is served. */
    byte[] page(int number) {
        String token = number + 1 < pages ? "<resumptionToken>" + (number + 1) + "</resumptionToken>" : "";
        byte[] end = (token + "</ListRecords></OAI-PMH>").getBytes(StandardCharsets.UTF_8);
        byte[] page = java.util.Arrays.copyOf(start, start.length + end.length);
        System.arraycopy(end, 0, page, start.length, end.length);
        return page;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        int token = query.indexOf("resumptionToken=");
        byte[] body = query.contains("Identify")
                ? (HEAD + "<Identify><granularity>YYYY-MM-DDThh:mm:ssZ</granularity></Identify></OAI-PMH>").getBytes()
                : page(token < 0 ? 0 : Integer.parseInt(query.substring(token + 16)));
        try (exchange) {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** A record of about 2 kB in oai_dc, with text beyond ASCII. */
    private static void append(StringBuilder text, int number) {
        text.append("<record><header><identifier>oai:bench.example:").append(number);
        text.append("</identifier><datestamp>2026-11-20T10:00:00Z</datestamp>");
        text.append("<setSpec>organism:NCBITaxon_4577</setSpec></header><metadata>");
        text.append("<oai_dc:dc xmlns:oai_dc=\"http://www.openarchives.org/OAI/2.0/oai_dc/\"");
        text.append(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">");
        for (int i = 0; i < 14; i++) {
            text.append("<dc:description>Section ").append(number).append('.').append(i);
            text.append(" of a maize stem, coupe de tige de maïs &amp; grains; confocal microscopy, 1 µm per pixel,");
            text.append(" calibrated &lt;by hand&gt;</dc:description>");
        }
        text.append("</oai_dc:dc></metadata></record>");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
