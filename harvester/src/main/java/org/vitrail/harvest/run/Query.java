package org.vitrail.harvest.run;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.vitrail.harvest.protocol.Granularity;

/** The arguments of a request, encoded (OAI-PMH 2.0 §3.1.1). */
final class Query {

    static final String IDENTIFY = "verb=Identify";

    private Query() {}

    static String listFrom(HarvestRequest request, Granularity granularity) {
        StringBuilder query = new StringBuilder("verb=ListRecords");
        append(query, "metadataPrefix", request.prefix());
        request.set().ifPresent(set -> append(query, "set", set));
        request.from().ifPresent(from -> append(query, "from", granularity.format(from)));
        request.until().ifPresent(until -> append(query, "until", granularity.format(until)));
        return query.toString();
    }

    /** A token is the only argument beside the verb (§3.5). */
    static String listOn(String token) {
        StringBuilder query = new StringBuilder("verb=ListRecords");
        append(query, "resumptionToken", token);
        return query.toString();
    }

    private static void append(StringBuilder query, String name, String value) {
        query.append('&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
