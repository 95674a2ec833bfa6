package org.vitrail.node.image;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Supplier;
import org.vitrail.store.ObjectStat;
import org.vitrail.store.ObjectStore;

/**
 * The answer for an object that exists and may be read: whole, in part, not modified or out of range. Bytes go from the store
 * to the client as they come; no object is held in memory.
 */
record ObjectAnswer(ObjectStore store, ImageObject object, ObjectStat stat, String caching) {
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final int BUFFER_BYTES = 64 * 1024;

    Response.ResponseBuilder to(Conditions conditions, boolean withContent) {
        if (isKnown(conditions.ifNoneMatch())) {
            return described(Response.notModified());
        }
        String field = rangeStillHolds(conditions.ifRange()) ? conditions.range() : null;
        return switch (ByteRange.read(field, stat.sizeBytes())) {
            case ByteRange.Whole whole -> whole(withContent);
            case ByteRange.Part part -> part(part);
            case ByteRange.Unsatisfiable none ->
                described(Response.status(RANGE_NOT_SATISFIABLE))
                        .header("Content-Range", "bytes */" + stat.sizeBytes())
                        .header(HttpHeaders.CACHE_CONTROL, "no-store");
        };
    }

    private Response.ResponseBuilder whole(boolean withContent) {
        Response.ResponseBuilder response = described(Response.ok())
                .type(object.contentType())
                .header(HttpHeaders.CONTENT_LENGTH, stat.sizeBytes());
        return withContent ? response.entity(content(() -> store.open(object.storeKey()))) : response;
    }

    private Response.ResponseBuilder part(ByteRange.Part part) {
        return described(Response.status(Response.Status.PARTIAL_CONTENT))
                .type(object.contentType())
                .header(HttpHeaders.CONTENT_LENGTH, part.length())
                .header("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + stat.sizeBytes())
                .entity(content(() -> store.open(object.storeKey(), part.first(), part.length())));
    }

    private Response.ResponseBuilder described(Response.ResponseBuilder response) {
        return response.header(HttpHeaders.ETAG, etag())
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.CACHE_CONTROL, caching);
    }

    /** Opened before the first byte is answered, so that an outage is still a 503. */
    private static StreamingOutput content(Supplier<InputStream> opening) {
        InputStream source = opening.get();
        return output -> {
            try (source) {
                byte[] buffer = new byte[BUFFER_BYTES];
                for (int n = source.read(buffer); n >= 0; n = source.read(buffer)) {
                    output.write(buffer, 0, n);
                }
            }
        };
    }

    /** Strong: objects never change; where the store gives none, size and time stand for it. */
    private String etag() {
        String value = stat.etag().isEmpty()
                ? stat.sizeBytes() + "-" + stat.lastModified().toEpochMilli()
                : stat.etag();
        return '"' + value + '"';
    }

    /** If-None-Match compares weakly. RFC 9110 §13.1.2. */
    private boolean isKnown(String ifNoneMatch) {
        if (ifNoneMatch == null) {
            return false;
        }
        return ifNoneMatch.strip().equals("*")
                || Arrays.stream(ifNoneMatch.split(","))
                        .map(tag -> tag.strip().replaceFirst("^W/", ""))
                        .anyMatch(etag()::equals);
    }

    /** If-Range compares strongly, and with an ETag only: no Last-Modified is sent. RFC 9110 §13.1.5. */
    private boolean rangeStillHolds(String ifRange) {
        return ifRange == null || ifRange.strip().equals(etag());
    }
}
