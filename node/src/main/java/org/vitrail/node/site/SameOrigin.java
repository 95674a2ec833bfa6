package org.vitrail.node.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses what another site sends in the name of somebody who is logged in: forms of the pages, and every change through the
 * API that comes with the session's cookie instead of a token. Browsers state the origin of such requests and scripts cannot
 * forge it; the cookie is SameSite besides, which does not keep out neighbors below the same domain. OWASP: verifying origin
 * with standard headers.
 */
@ApplicationScoped
class SameOrigin {
    private static final int FORBIDDEN = 403;
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String SESSION_COOKIE = "q_session";

    private final Site site;

    SameOrigin(Site site) {
        this.site = site;
    }

    @ServerRequestFilter
    Response check(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        boolean form = request.getMethod().equals("POST") && path.startsWith("/my/");
        boolean change = path.startsWith("/api/") && !SAFE.contains(request.getMethod()) && byCookie(request);
        return (form || change) && !isOurs(request) ? refusal() : null;
    }

    private static boolean byCookie(ContainerRequestContext request) {
        return request.getHeaderString("Authorization") == null
                && request.getCookies().keySet().stream().anyMatch(name -> name.startsWith(SESSION_COOKIE));
    }

    private boolean isOurs(ContainerRequestContext request) {
        String fetchSite = request.getHeaderString("Sec-Fetch-Site");
        if (fetchSite != null) {
            return fetchSite.equals("same-origin");
        }
        return site.origin().equals(request.getHeaderString("Origin"));
    }

    private Response refusal() {
        return Response.status(FORBIDDEN)
                .type("text/plain;charset=UTF-8")
                .entity("This did not come from a page of this node. Open " + site.base()
                        + "/my/deposits and send it from there, or use the API with a bearer token.\n")
                .build();
    }
}
