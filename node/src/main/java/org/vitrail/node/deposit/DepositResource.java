package org.vitrail.node.deposit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.vitrail.node.access.CurrentUser;
import org.vitrail.node.access.PublicAddress;
import org.vitrail.node.access.Roles;
import org.vitrail.node.problem.NodeProblem;
import org.vitrail.node.problem.ProblemType;
import org.vitrail.schema.dataset.DatasetDescription;
import org.vitrail.schema.dataset.DescriptionReader;
import org.vitrail.schema.madmp.PlannedDataset;

/** Deposits over HTTP. Contracts §4. */
@Path("/api/v1/deposits")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "deposits")
public class DepositResource {
    private static final byte[] NOTHING = "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    private final Deposits deposits;
    private final DepositResponses responses;
    private final CurrentUser user;
    private final PublicAddress address;
    private final Plans plans;

    DepositResource(
            Deposits deposits, DepositResponses responses, CurrentUser user, PublicAddress address, Plans plans) {
        this.deposits = deposits;
        this.responses = responses;
        this.user = user;
        this.address = address;
        this.plans = plans;
    }

    /**
     * The body is a description, complete or not; without one the draft is empty. With {@code from=madmp} it is a data
     * management plan, and {@code dataset} names the data set where the plan has several.
     */
    @POST
    @RolesAllowed(Roles.DEPOSITOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Open a draft")
    public Response create(@RestQuery String from, @RestQuery String dataset, byte[] body) {
        if (from == null) {
            Deposit deposit = deposits.create(read(body));
            return responses.of(created(deposit), deposit);
        }
        if (!from.equals("madmp")) {
            throw NodeProblem.invalidRequest("A draft can be begun from madmp, not from " + from + ".");
        }
        PlannedDataset planned = plans.read(body == null ? new byte[0] : body, dataset);
        Deposit deposit = deposits.create(planned.description());
        return responses.of(created(deposit), deposit, planned);
    }

    private Response.ResponseBuilder created(Deposit deposit) {
        return Response.created(address.of("/api/v1/deposits/" + deposit.id()));
    }

    /** With {@code mine} the caller's own; with {@code state} a curator's queue. */
    @GET
    @RolesAllowed({Roles.DEPOSITOR, Roles.CURATOR, Roles.ADMIN})
    @Operation(summary = "List own deposits, or all in a state")
    public List<DepositView> list(@RestQuery String mine, @RestQuery String state) {
        if (state == null) {
            return deposits.listMine().stream().map(DepositView::brief).toList();
        }
        DepositState asked = Arrays.stream(DepositState.values())
                .filter(known -> known.word().equals(state))
                .findFirst()
                .orElseThrow(() -> NodeProblem.invalidRequest("There is no state " + state + "."));
        if (mine == null && (!user.isCurator() || asked == DepositState.DRAFT)) {
            throw new NodeProblem(ProblemType.FORBIDDEN, "Only curators see the deposits of others, and no drafts.");
        }
        return (mine == null ? deposits.listInState(asked) : deposits.listMine())
                .stream()
                        .filter(deposit -> deposit.state() == asked)
                        .map(DepositView::brief)
                        .toList();
    }

    /** Description, files and images with their states. */
    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.DEPOSITOR, Roles.CURATOR, Roles.ADMIN})
    @Operation(summary = "One deposit")
    public Response get(String id) {
        return responses.of(Response.ok(), deposits.getVisible(id));
    }

    /** Stores the description even if it is incomplete; submission checks it. */
    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.DEPOSITOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replace the description of a draft")
    public Response replace(String id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, byte[] description) {
        deposits.getVisible(id);
        long revision = EntityTag.revision(ifMatch);
        return responses.of(Response.ok(), deposits.replaceDescription(id, revision, read(description)));
    }

    /** Refused with every fault while something is missing. */
    @POST
    @Path("/{id}/submit")
    @RolesAllowed(Roles.DEPOSITOR)
    @Operation(summary = "Hand a draft to the curators")
    public Response submit(String id) {
        return responses.of(Response.ok(), deposits.submit(id));
    }

    private static DatasetDescription read(byte[] description) {
        return DescriptionReader.readJson(description == null || description.length == 0 ? NOTHING : description);
    }
}
