package org.vitrail.node.findings;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.vitrail.node.access.Roles;
import org.vitrail.node.deposit.Deposits;

/** Findings over HTTP, for whoever may see the deposit. */
@Path("/api/v1/deposits/{id}/findings")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "deposits")
public class FindingsResource {
    private final Deposits deposits;
    private final Findings findings;

    FindingsResource(Deposits deposits, Findings findings) {
        this.deposits = deposits;
        this.findings = findings;
    }

    /** Where something stands that could reveal a person, never what. */
    @GET
    @RolesAllowed({Roles.DEPOSITOR, Roles.CURATOR, Roles.ADMIN})
    @Operation(summary = "What in a deposit's files could reveal a person, and the decision on it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FindingState.class)))
    public Response get(String id) {
        deposits.getVisible(id);
        return Response.ok(findings.state(id))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}
