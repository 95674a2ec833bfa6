package org.vitrail.node.access;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What a client accepts. RFC 9110 §12.5.1. */
public final class Accepted {
    private Accepted() {}

    /** The best first; anything where the header cannot be read, as if it were not there. */
    public static List<MediaType> types(HttpHeaders headers) {
        try {
            return headers.getAcceptableMediaTypes();
        } catch (RuntimeException unreadable) {
            return List.of(MediaType.WILDCARD_TYPE);
        }
    }
}
