package org.vitrail.node.review;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.vitrail.node.access.Roles;
import org.vitrail.node.deposit.DepositResponses;

/** Decisions over HTTP. Contracts §4. */
@Path("/api/v1/deposits/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CURATOR, Roles.ADMIN})
@RunOnVirtualThread
@Tag(name = "review")
public class ReviewResource {
    private final Review review;
    private final DepositResponses responses;

    ReviewResource(Review review, DepositResponses responses) {
        this.review = review;
        this.responses = responses;
    }

    /** Why. */
    public record Reason(String reason) {}

    /** The deposit is a draft again. */
    @POST
    @Path("/return")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Return a deposit with a reason")
    public Response giveBack(String id, Reason reason) {
        return responses.of(Response.ok(), review.giveBack(id, reason == null ? null : reason.reason()));
    }

    /** Publication follows by itself. */
    @POST
    @Path("/accept")
    @Operation(summary = "Accept a deposit; it is then published")
    public Response accept(String id) {
        return responses.of(Response.accepted(), review.accept(id));
    }
}
