package org.vitrail.node.image;

import jakarta.ws.rs.core.Response;

/** Lets viewers of any origin read pixels. WHATWG Fetch §3.2; contracts §4. */
final class PixelHeaders {
    private static final String METHODS = "GET, HEAD, OPTIONS";

    private PixelHeaders() {}

    /** On every answer, errors included: a viewer cannot tell a missing chunk from a refused one otherwise. */
    static Response.ResponseBuilder open(Response.ResponseBuilder response) {
        return response.header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Expose-Headers", "Content-Range, Content-Length, ETag, Accept-Ranges")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("X-Content-Type-Options", "nosniff")
                .header("Vary", "Authorization");
    }

    static Response preflight() {
        return open(Response.noContent())
                .header("Access-Control-Allow-Methods", METHODS)
                .header("Access-Control-Allow-Headers", "Range, If-None-Match, If-Range, Authorization")
                .header("Access-Control-Max-Age", "86400")
                .header("Allow", METHODS)
                .build();
    }
}
