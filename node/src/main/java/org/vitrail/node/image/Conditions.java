package org.vitrail.node.image;

import jakarta.ws.rs.core.HttpHeaders;

/**
 * What a request says besides its address; each null where it is absent. RFC 9110 §13.1 and §14.2.
 *
 * @param range null for HEAD, to which ranges do not apply
 */
record Conditions(String ifNoneMatch, String ifRange, String range) {
    static Conditions ofGet(HttpHeaders headers) {
        return new Conditions(
                headers.getHeaderString(HttpHeaders.IF_NONE_MATCH),
                headers.getHeaderString("If-Range"),
                headers.getHeaderString("Range"));
    }

    static Conditions ofHead(HttpHeaders headers) {
        return new Conditions(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH), null, null);
    }
}
