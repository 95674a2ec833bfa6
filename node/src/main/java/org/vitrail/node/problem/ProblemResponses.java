package org.vitrail.node.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vitrail.node.access.PublicAddress;

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
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", address.of("/problems/" + type.slug()).toString());
        body.put("title", type.title());
        body.put("status", type.status());
        body.put("detail", detail);
        body.put("remedy", type.remedy());
        body.putAll(members);
        return Response.status(type.status())
                .type(MEDIA_TYPE)
                .header("Cache-Control", "no-store")
                .entity(body);
    }
}
