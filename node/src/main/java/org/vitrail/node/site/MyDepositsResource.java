package org.vitrail.node.site;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.vitrail.node.access.AskedLanguage;
import org.vitrail.node.access.CurrentUser;
import org.vitrail.node.deposit.Deposit;
import org.vitrail.node.deposit.DepositContents;
import org.vitrail.node.deposit.DepositState;
import org.vitrail.node.deposit.Deposits;
import org.vitrail.node.doi.Reservations;
import org.vitrail.node.doi.Reservations.Reservation;
import org.vitrail.node.findings.Findings;
import org.vitrail.node.problem.FaultyDescription;
import org.vitrail.node.problem.NodeProblem;
import org.vitrail.node.publication.DatasetStore;

/** What a depositor sees of the own deposits, and hands to the curators. */
@Path("/")
@Authenticated
@RunOnVirtualThread
public class MyDepositsResource {
    private final Deposits deposits;
    private final DepositContents contents;
    private final Findings findings;
    private final DatasetStore datasets;
    private final Reservations reservations;
    private final CurrentUser user;
    private final MyPages pages;
    private final AskedLanguage asked;

    MyDepositsResource(
            Deposits deposits,
            DepositContents contents,
            Findings findings,
            DatasetStore datasets,
            Reservations reservations,
            CurrentUser user,
            MyPages pages,
            AskedLanguage asked) {
        this.deposits = deposits;
        this.contents = contents;
        this.findings = findings;
        this.datasets = datasets;
        this.reservations = reservations;
        this.user = user;
        this.pages = pages;
        this.asked = asked;
    }

    @CheckedTemplate(basePath = "my", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record MyDeposits(Visitor visitor, List<DepositLine> deposits) implements TemplateInstance {}

    /**
     * @param identifiers that are reserved; null while none are
     */
    @CheckedTemplate(basePath = "my", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record MyDeposit(
            Visitor visitor, DepositDetail deposit, Reservation identifiers, Completion completion, Refusal refusal)
            implements TemplateInstance {}

    /** After the log-in. */
    @GET
    @Path("login")
    @Operation(hidden = true)
    public Response login() {
        return pages.seeOther("/my/deposits");
    }

    /** The beginning of what is one's own. */
    @GET
    @Path("my")
    @Operation(hidden = true)
    public Response my() {
        return pages.seeOther("/my/deposits");
    }

    /** Own deposits with their states. */
    @GET
    @Path("my/deposits")
    @Operation(hidden = true)
    public Response list() {
        Set<String> withdrawn = datasets.listWithdrawn(user.subject());
        List<DepositLine> lines = deposits.listMine().stream()
                .map(DepositLine::of)
                .map(line -> withdrawn.contains(line.accession()) ? line.ofWithdrawn() : line)
                .toList();
        return pages.html(200, new MyDeposits(pages.visitor(), lines));
    }

    /** One deposit with the progress of its images; for curators too. */
    @GET
    @Path("my/deposits/{id}")
    @Operation(hidden = true)
    public Response one(String id) {
        return pages.orProblem(() -> detail(200, id, Refusal.NONE));
    }

    /** Hands the draft to the curators; says what is missing where it cannot. */
    @POST
    @Path("my/deposits/{id}/submit")
    @Operation(hidden = true)
    public Response submit(String id) {
        return pages.orProblem(() -> {
            try {
                deposits.submit(id);
                return pages.seeOther("/my/deposits/" + id);
            } catch (FaultyDescription problem) {
                return detail(problem.type().status(), id, Refusal.of(problem, asked.language()));
            } catch (NodeProblem problem) {
                deposits.getVisible(id);
                return detail(problem.type().status(), id, Refusal.of(problem));
            }
        });
    }

    /** Reserves identifiers of the draft, for a manuscript. */
    @POST
    @Path("my/deposits/{id}/doi")
    @Operation(hidden = true)
    public Response reserve(String id) {
        return pages.orProblem(() -> {
            reservations.reserve(id);
            return pages.seeOther("/my/deposits/" + id);
        });
    }

    private Response detail(int status, String id, Refusal refusal) {
        Deposit deposit = deposits.getVisible(id);
        boolean own = user.owns(deposit.ownerSubject());
        DepositDetail shown = DepositDetail.of(
                deposit,
                contents.listFiles(deposit),
                contents.listImages(id),
                findings.state(id),
                own && deposit.state() == DepositState.DRAFT,
                user.isCurator() && deposit.state() == DepositState.SUBMITTED);
        return pages.html(
                status,
                new MyDeposit(
                        pages.visitor(),
                        shown,
                        reservations.find(deposit).orElse(null),
                        Completion.of(deposit, contents.listUnscaled(id), asked.language()),
                        refusal));
    }
}
