package org.vitrail.node.review;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.vitrail.node.access.Roles;
import org.vitrail.node.findings.FindingState;
import org.vitrail.node.problem.NodeProblem;

/** The decision about findings, over HTTP. */
@Path("/api/v1/deposits/{id}/findings/decision")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CURATOR, Roles.ADMIN})
@RunOnVirtualThread
@Tag(name = "review")
public class FindingsDecisionResource {
    private final Review review;

    FindingsDecisionResource(Review review) {
        this.review = review;
    }

    /**
     * A decision.
     *
     * @param decision remove-and-publish or return
     * @param reason for the record; with return, for the depositor too
     * @param acknowledged ids of the findings whose treatment is CURATOR, all of them; none with return
     */
    public record Request(String decision, String reason, List<String> acknowledged) {}

    /** The deposit can be accepted afterwards, or is a draft again. */
    @POST
    @Operation(summary = "Decide about what in a deposit's files could reveal a person")
    public FindingState decide(String id, Request request) {
        if (request == null) {
            throw NodeProblem.invalidRequest("Send decision and reason.");
        }
        return review.decide(id, request.decision(), request.reason(), request.acknowledged());
    }
}
