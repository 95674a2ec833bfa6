package org.vitrail.node.landing;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.vitrail.schema.dataset.DescriptionSchema;

/** What descriptions look like, for editors and programs. JSON Schema 2020-12. */
@Path("/api/v1/schemas")
public class SchemaResource {
    private final String dataset = DescriptionSchema.write();

    /** Public, the same for everybody until the node is renewed. */
    @GET
    @Path("dataset.schema.json")
    @Operation(summary = "JSON Schema of a description")
    public Response dataset() {
        return Response.ok(dataset, "application/schema+json")
                .header("Access-Control-Allow-Origin", "*")
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .build();
    }
}
