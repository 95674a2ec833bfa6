package org.vitrail.node.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses forms that another site sends in the name of somebody who is logged in. Browsers state the origin of every POST and
 * scripts cannot forge it; the session cookie is SameSite besides. OWASP: verifying origin with standard headers.
 */
@ApplicationScoped
class SameOrigin {
    private static final int FORBIDDEN = 403;

    private final Site site;

    SameOrigin(Site site) {
        this.site = site;
    }

    @ServerRequestFilter
    Response check(ContainerRequestContext request) {
        boolean form = request.getMethod().equals("POST")
                && request.getUriInfo().getPath().startsWith("/my/");
        return form && !isOurs(request) ? refusal() : null;
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
                .entity("This form did not come from a page of this node. Open " + site.base()
                        + "/my/deposits and send it from there.\n")
                .build();
    }
}
