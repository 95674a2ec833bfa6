package org.vitrail.gateway.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.vitrail.gateway.GatewayConfig;

/** Writes a search as an address, from the configured base, never from the request. */
@ApplicationScoped
public class SearchAddresses {
    private final GatewayConfig config;

    SearchAddresses(GatewayConfig config) {
        this.config = config;
    }

    /** The API's address of the page that begins at the cursor. */
    String api(SearchParameters parameters, String cursor) {
        return config.address("/api/v1/search/" + parameters.repository().word() + "?" + query(parameters, cursor));
    }

    /** The parameters, encoded; without a leading question mark. @param cursor null for the first page */
    public static String query(SearchParameters parameters, String cursor) {
        List<String> pairs = new ArrayList<>();
        if (!parameters.q().isEmpty()) {
            pairs.add(pair("q", parameters.q()));
        }
        parameters.chosen().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .forEach(entry -> entry.getValue()
                        .forEach(value -> pairs.add(pair(entry.getKey().word(), value))));
        parameters.from().ifPresent(day -> pairs.add(pair("from", day.toString())));
        parameters.to().ifPresent(day -> pairs.add(pair("to", day.toString())));
        pairs.add(pair("sort", parameters.sort().word()));
        pairs.add(pair("size", Integer.toString(parameters.size())));
        if (cursor != null) {
            pairs.add(pair("cursor", cursor));
        }
        return String.join("&", pairs);
    }

    private static String pair(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
