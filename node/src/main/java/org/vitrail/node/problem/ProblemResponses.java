package org.vitrail.node.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vitrail.node.access.PublicAddress;
import org.vitrail.schema.language.Language;

/** Writes problem details. RFC 9457 §3. */
@ApplicationScoped
public class ProblemResponses {
    static final String MEDIA_TYPE = "application/problem+json";
    private final PublicAddress address;

    ProblemResponses(PublicAddress address) {
        this.address = address;
    }

    /** The response of a problem; the caller may add headers. */
    public Response.ResponseBuilder of(ProblemType type, String detail, Map<String, Object> members) {
        Map<String, Object> body = body(type, type.title(), detail, type.remedy());
        body.putAll(members);
        return response(type, body);
    }

    /** The response of a description with faults, in the language that was asked for. */
    Response.ResponseBuilder of(FaultyDescription problem, Language language) {
        Map<String, Object> body =
                body(problem.type(), problem.title(language), problem.detail(language), problem.remedy(language));
        body.put(
                "faults",
                problem.faults().stream().map(fault -> fault.in(language)).toList());
        return response(problem.type(), body)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }

    private Map<String, Object> body(ProblemType type, String title, String detail, String remedy) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", address.of("/problems/" + type.slug()).toString());
        body.put("title", title);
        body.put("status", type.status());
        body.put("detail", detail);
        body.put("remedy", remedy);
        return body;
    }

    private static Response.ResponseBuilder response(ProblemType type, Map<String, Object> body) {
        return Response.status(type.status())
                .type(MEDIA_TYPE)
                .header("Cache-Control", "no-store")
                .entity(body);
    }
}
