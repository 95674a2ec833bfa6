package org.vitrail.node.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.vitrail.node.access.PublicAddress;
import org.vitrail.node.access.Roles;
import org.vitrail.node.deposit.Deposit;
import org.vitrail.node.deposit.DepositResponses;
import org.vitrail.node.publication.DatasetStore.StoredDataset;
import org.vitrail.schema.dataset.PublishedDataset;

/** Changes to what is published: new versions, metadata revisions, withdrawal. Contracts §4. */
@Path("/api/v1/datasets/{accession}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "data sets")
public class ChangeResource {
    private final NewVersions newVersions;
    private final Revisions revisions;
    private final Withdrawals withdrawals;
    private final DepositResponses responses;
    private final PublicAddress address;

    ChangeResource(
            NewVersions newVersions,
            Revisions revisions,
            Withdrawals withdrawals,
            DepositResponses responses,
            PublicAddress address) {
        this.newVersions = newVersions;
        this.revisions = revisions;
        this.withdrawals = withdrawals;
        this.responses = responses;
        this.address = address;
    }

    /** Why. */
    public record Reason(String reason) {}

    /** What is left of a withdrawn data set. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Tombstone(String accession, String state, Instant withdrawn, String reason) {
        static Tombstone of(StoredDataset dataset) {
            return new Tombstone(
                    dataset.accession(), dataset.state(), dataset.withdrawnAt(), dataset.withdrawalReason());
        }
    }

    /** The draft begins with description, files and images of the latest version. */
    @POST
    @Path("/versions")
    @RolesAllowed(Roles.DEPOSITOR)
    @Operation(summary = "Open the draft of a new version")
    public Response newVersion(String accession) {
        Deposit deposit = newVersions.open(accession);
        return responses.of(Response.created(address.of("/api/v1/deposits/" + deposit.id())), deposit);
    }

    /** A JSON merge patch (RFC 7396) of the description; the version's images and files stay. */
    @PATCH
    @Path("/metadata")
    @RolesAllowed({Roles.DEPOSITOR, Roles.CURATOR, Roles.ADMIN})
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(summary = "Correct the description: a new metadata revision")
    public PublishedDataset revise(String accession, byte[] patch) {
        return revisions.revise(accession, patch);
    }

    /** A tombstone with the reason stays. */
    @POST
    @Path("/withdraw")
    @RolesAllowed({Roles.CURATOR, Roles.ADMIN})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Withdraw a data set")
    public Tombstone withdraw(String accession, Reason reason) {
        return Tombstone.of(withdrawals.withdraw(accession, reason == null ? null : reason.reason()));
    }
}
