package org.vitrail.node.image;

import io.quarkus.vertx.http.Uncompressed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Pictures that stand for images. Contracts §4. */
@Path("/thumbnails/{key: .*}")
@RunOnVirtualThread
public class ThumbnailResource {
    private final ImageReader reader;

    ThumbnailResource(ImageReader reader) {
        this.reader = reader;
    }

    /** The object, or a range of it. */
    @GET
    @Uncompressed
    @Operation(summary = "Thumbnail of an image: /thumbnails/{accession}/{imageId}.jpg")
    public Response get(@Context HttpServerRequest request, @Context HttpHeaders headers) {
        return reader.answer(ImageObject.ofThumbnail(request.path()), Conditions.ofGet(headers), true);
    }

    /** Its size and ETag. */
    @HEAD
    @Uncompressed
    @Operation(hidden = true)
    public Response head(@Context HttpServerRequest request, @Context HttpHeaders headers) {
        return reader.answer(ImageObject.ofThumbnail(request.path()), Conditions.ofHead(headers), false);
    }

    /** What a browser asks before it reads from another origin. */
    @OPTIONS
    @Operation(hidden = true)
    public Response preflight() {
        return PixelHeaders.preflight();
    }
}
