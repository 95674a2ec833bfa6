package org.vitrail.node.problem;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Says what a problem type means; the address is the type URI. */
@Path("/problems/{slug}")
public class ProblemTypeResource {

    /** Status, meaning and remedy in plain words. */
    @GET
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(summary = "What a problem type means and what to do")
    public String explain(String slug) {
        ProblemType type = ProblemType.findBySlug(slug).orElseThrow(() -> NodeProblem.notFound("problem type " + slug));
        return "%s (HTTP %d)%n%n%s%n".formatted(type.title(), type.status(), type.remedy());
    }
}
