package org.vitrail.node.site;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.vitrail.node.access.Roles;
import org.vitrail.node.deposit.DepositState;
import org.vitrail.node.deposit.Deposits;
import org.vitrail.node.findings.Decision.Choice;
import org.vitrail.node.review.Review;

/** What waits for a curator, and the two decisions. */
@Path("/my/review")
@RolesAllowed({Roles.CURATOR, Roles.ADMIN})
@RunOnVirtualThread
public class ReviewQueueResource {
    private final Deposits deposits;
    private final Review review;
    private final MyPages pages;

    ReviewQueueResource(Deposits deposits, Review review, MyPages pages) {
        this.deposits = deposits;
        this.review = review;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "my", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ReviewQueue(Visitor visitor, List<DepositLine> deposits) implements TemplateInstance {}

    /** Submitted deposits, the oldest first. */
    @GET
    @Operation(hidden = true)
    public Response queue() {
        List<DepositLine> lines = deposits.listInState(DepositState.SUBMITTED).stream()
                .map(DepositLine::of)
                .toList();
        return pages.html(200, new ReviewQueue(pages.visitor(), lines));
    }

    /** Publication follows by itself. */
    @POST
    @Path("/{id}/accept")
    @Operation(hidden = true)
    public Response accept(String id) {
        return pages.orProblem(() -> {
            review.accept(id);
            return pages.seeOther("/my/review");
        });
    }

    /** What could reveal a person is removed, or was looked at; the deposit can be accepted then. */
    @POST
    @Path("/{id}/findings")
    @Operation(hidden = true)
    public Response decideFindings(
            String id, @FormParam("reason") String reason, @FormParam("acknowledged") List<String> acknowledged) {
        return pages.orProblem(() -> {
            List<String> ids = acknowledged.stream()
                    .flatMap(group -> Arrays.stream(group.split(",")))
                    .toList();
            review.decide(id, Choice.REMOVE_AND_PUBLISH.word(), reason, ids);
            return pages.seeOther("/my/deposits/" + id);
        });
    }

    /** Back to the depositor. */
    @POST
    @Path("/{id}/return")
    @Operation(hidden = true)
    public Response giveBack(String id, @FormParam("reason") String reason) {
        return pages.orProblem(() -> {
            review.giveBack(id, reason);
            return pages.seeOther("/my/review");
        });
    }
}
