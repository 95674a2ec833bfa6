package org.vitrail.node.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tells browsers what a page of ours may do: no inline script or style, no framing, nothing of other origins. CSP Level 3. */
@ApplicationScoped
class SecurityHeaders {
    private final String policy;

    SecurityHeaders(Site site, @ConfigProperty(name = "quarkus.oidc.auth-server-url") URI identityProvider) {
        String node = site.origin();
        String logIn = identityProvider.getScheme() + "://" + identityProvider.getRawAuthority();
        this.policy =
                "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: "
                        + node + "; connect-src 'self' " + node + "; font-src 'self'; form-action 'self' " + logIn
                        + "; base-uri 'none'; frame-ancestors 'self'; manifest-src 'self'";
    }

    @ServerResponseFilter
    void add(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle("X-Content-Type-Options", "nosniff");
        headers.putSingle("Referrer-Policy", "strict-origin-when-cross-origin");
        MediaType type = response.getMediaType();
        if (type != null && MediaType.TEXT_HTML_TYPE.isCompatible(type)) {
            headers.putSingle("Content-Security-Policy", policy);
            headers.putSingle("Cross-Origin-Opener-Policy", "same-origin");
        }
    }
}
