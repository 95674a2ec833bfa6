package org.vitrail.harvest.run;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers shaped by OAI-PMH 2.0 §2.5, §3.6 and §4, as a repository of generated records would give them. */
final class Oai {

    static final String DATE = "2026-11-20T10:00:00Z";

    private Oai() {}

    static String page(String content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + bare(content);
    }

    static String bare(String content) {
        return "<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
                + "<responseDate>2026-11-22T10:00:00Z</responseDate><request>http://x/</request>" + content
                + "</OAI-PMH>";
    }

    static String identify(String granularity) {
        return page("<Identify><repositoryName>Toy</repositoryName><protocolVersion>2.0</protocolVersion>"
                + "<granularity>" + granularity + "</granularity></Identify>");
    }

    static String error(String code) {
        return page("<error code=\"" + code + "\">no</error>");
    }

    static String list(String records, String tokenElement) {
        return page("<ListRecords>" + records + tokenElement + "</ListRecords>");
    }

    static String token(String value) {
        return "<resumptionToken>" + value + "</resumptionToken>";
    }

    static String records(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> record("oai:toy:" + i, dc("Record " + i)))
                .collect(Collectors.joining());
    }

    static String record(String identifier, String metadata) {
        return "<record>" + header(identifier, "") + "<metadata>" + metadata + "</metadata></record>";
    }

    static String deleted(String identifier) {
        return "<record>" + header(identifier, " status=\"deleted\"") + "</record>";
    }

    static String header(String identifier, String attributes) {
        return "<header" + attributes + "><identifier>" + identifier + "</identifier><datestamp>" + DATE
                + "</datestamp><setSpec>cells</setSpec></header>";
    }

    static String dc(String title) {
        return "<oai_dc:dc xmlns:oai_dc=\"http://www.openarchives.org/OAI/2.0/oai_dc/\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>" + title + "</dc:title></oai_dc:dc>";
    }

    /** A well-behaved repository: its tokens are {@code t} and the next record's number. */
    static StandIn.Reply wellBehaved(Map<String, String> arguments, int total, int pageSize) {
        if ("Identify".equals(arguments.get("verb"))) {
            return StandIn.Reply.xml(identify("YYYY-MM-DDThh:mm:ssZ"));
        }
        String asked = arguments.get("resumptionToken");
        int from = asked == null ? 0 : Integer.parseInt(asked.substring(1));
        int to = Math.min(total, from + pageSize);
        return StandIn.Reply.xml(list(records(from, to), token(to < total ? "t" + to : "")));
    }
}
