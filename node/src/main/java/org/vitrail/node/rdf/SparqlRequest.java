package org.vitrail.node.rdf;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.vitrail.node.access.Accepted;
import org.vitrail.node.problem.NodeProblem;
import org.vitrail.node.problem.ProblemType;

/**
 * What the protocol carries: a query or none, and nothing that chooses graphs. SPARQL 1.1 Protocol §2.1.
 *
 * @param query null where none is given
 * @param format word of a format that a link asks for; null where Accept says it
 */
record SparqlRequest(String query, String format, List<MediaType> accepted) {
    SparqlRequest {
        accepted = List.copyOf(accepted);
    }

    /** @throws NodeProblem when parameters are twice there, or others than the query choose what is asked */
    static SparqlRequest of(MultivaluedMap<String, String> parameters, HttpHeaders headers) {
        for (String name : List.of("default-graph-uri", "named-graph-uri")) {
            if (parameters.containsKey(name)) {
                throw QueryCheck.refused(
                        name + " chooses graphs that are not here; all graphs of this node are asked together.");
            }
        }
        for (String name : List.of("update", "using-graph-uri", "using-named-graph-uri")) {
            if (parameters.containsKey(name)) {
                throw QueryCheck.refused("Nothing is changed here; this endpoint only answers queries.");
            }
        }
        List<String> queries = parameters.getOrDefault("query", List.of());
        if (queries.size() > 1) {
            throw NodeProblem.invalidRequest("The parameter query stands there %d times.".formatted(queries.size()));
        }
        return new SparqlRequest(
                queries.isEmpty() ? null : queries.getFirst(), parameters.getFirst("format"), preferred(headers));
    }

    /** The parameters of an address or form. @throws NodeProblem when they are wrongly encoded */
    static MultivaluedMap<String, String> decoded(String encoded) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        if (encoded == null) {
            return parameters;
        }
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            try {
                String name = URLDecoder.decode(equals < 0 ? pair : pair.substring(0, equals), StandardCharsets.UTF_8);
                String value = equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
                parameters.add(name, value);
            } catch (IllegalArgumentException e) {
                throw NodeProblem.invalidRequest("A parameter is not encoded as RFC 3986 says: " + e.getMessage());
            }
        }
        return parameters;
    }

    /** Whether people look: a browser prefers its own type to all that programs ask for. */
    boolean fromBrowser() {
        return format == null
                && accepted.stream()
                        .filter(type -> !type.isWildcardType())
                        .findFirst()
                        .filter(type -> type.getSubtype().equals("html")
                                || type.getSubtype().equals("xhtml+xml"))
                        .isPresent();
    }

    /** The first of the formats offered that the client likes best. @throws NodeProblem not-acceptable */
    ResultFormat choose(List<ResultFormat> offered) {
        if (format != null) {
            return ResultFormat.findByName(format).filter(offered::contains).orElseThrow(() -> notAcceptable(offered));
        }
        for (MediaType type : accepted) {
            for (ResultFormat each : offered) {
                if (each.accepts(type)) {
                    return each;
                }
            }
        }
        throw notAcceptable(offered);
    }

    private static NodeProblem notAcceptable(List<ResultFormat> offered) {
        String types = offered.stream().map(ResultFormat::contentType).collect(Collectors.joining(", "));
        return new NodeProblem(ProblemType.NOT_ACCEPTABLE, "This is answered as " + types + ".");
    }

    private static List<MediaType> preferred(HttpHeaders headers) {
        return Accepted.types(headers).stream()
                .filter(type -> !type.getParameters().getOrDefault("q", "1").matches("0(\\.0*)?"))
                .toList();
    }
}
