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

/** Pixels as OME-Zarr, by any Zarr client. Contracts §4. */
@Path("/zarr/{key: .*}")
@RunOnVirtualThread
public class ZarrResource {
    private final ImageReader reader;

    ZarrResource(ImageReader reader) {
        this.reader = reader;
    }

    /** The object, or a range of it. */
    @GET
    @Uncompressed
    @Operation(summary = "One object of an OME-Zarr: /zarr/{accession}/{imageId}.ome.zarr/{key}")
    public Response get(@Context HttpServerRequest request, @Context HttpHeaders headers) {
        return reader.answer(ImageObject.ofZarr(request.path()), Conditions.ofGet(headers), true);
    }

    /** Its size and ETag. */
    @HEAD
    @Uncompressed
    @Operation(hidden = true)
    public Response head(@Context HttpServerRequest request, @Context HttpHeaders headers) {
        return reader.answer(ImageObject.ofZarr(request.path()), Conditions.ofHead(headers), false);
    }

    /** What a browser asks before it reads from another origin. */
    @OPTIONS
    @Operation(hidden = true)
    public Response preflight() {
        return PixelHeaders.preflight();
    }
}
