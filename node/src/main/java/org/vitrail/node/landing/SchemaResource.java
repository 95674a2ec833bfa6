package org.vitrail.node.landing;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.vitrail.schema.dataset.DescriptionSchema;
import org.vitrail.schema.dcat.VitrailShapes;

/** What descriptions look like, and records as graphs, for editors and programs. JSON Schema 2020-12, SHACL. */
@Path("/api/v1/schemas")
public class SchemaResource {
    private final String dataset = DescriptionSchema.write();
    private final String shapes = VitrailShapes.turtle();

    /** Public, the same for everybody until the node is renewed. */
    @GET
    @Path("vitrail-shapes.ttl")
    @Operation(summary = "SHACL shapes of records as RDF")
    public Response shapes() {
        return open(shapes, "text/turtle;charset=UTF-8");
    }

    /** Public, the same for everybody until the node is renewed. */
    @GET
    @Path("dataset.schema.json")
    @Operation(summary = "JSON Schema of a description")
    public Response dataset() {
        return open(dataset, "application/schema+json");
    }

    private static Response open(String text, String type) {
        return Response.ok(text, type)
                .header("Access-Control-Allow-Origin", "*")
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .build();
    }
}
