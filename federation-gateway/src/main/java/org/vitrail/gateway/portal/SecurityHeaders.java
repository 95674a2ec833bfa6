package org.vitrail.gateway.portal;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.vitrail.gateway.registry.NodeRegistry;
import org.vitrail.gateway.registry.RegisteredNode;

/** Lets a page load pictures and pixels from the registered nodes and scripts from nowhere but here. */
class SecurityHeaders {
    private final String policy;

    SecurityHeaders(NodeRegistry registry) {
        String nodes = registry.listNodes().stream()
                .map(RegisteredNode::origin)
                .distinct()
                .map(origin -> " " + origin)
                .collect(Collectors.joining());
        this.policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:"
                + nodes
                + "; connect-src 'self'" + nodes
                + "; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'; manifest-src 'self'";
    }

    @ServerResponseFilter
    void add(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle("Content-Security-Policy", policy);
        headers.putSingle("X-Content-Type-Options", "nosniff");
        headers.putSingle("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.putSingle("Cross-Origin-Opener-Policy", "same-origin");
    }
}
