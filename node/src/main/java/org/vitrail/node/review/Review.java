package org.vitrail.node.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.vitrail.node.access.CurrentUser;
import org.vitrail.node.database.AuditLog;
import org.vitrail.node.database.Database;
import org.vitrail.node.deposit.Deposit;
import org.vitrail.node.deposit.DepositContents;
import org.vitrail.node.deposit.DepositContents.HeldImage;
import org.vitrail.node.deposit.DepositState;
import org.vitrail.node.deposit.DepositStore;
import org.vitrail.node.findings.Decision.Choice;
import org.vitrail.node.findings.FindingState;
import org.vitrail.node.findings.Findings;
import org.vitrail.node.identity.InspectionPlan;
import org.vitrail.node.problem.NodeProblem;
import org.vitrail.node.problem.ProblemType;
import org.vitrail.node.publication.DatasetStore;
import org.vitrail.node.publication.PublishJob;

/** Decisions of curators. */
@ApplicationScoped
public class Review {
    private static final int LONGEST_REASON = 5000;
    private final Database database;
    private final DepositStore deposits;
    private final DepositContents contents;
    private final DatasetStore datasets;
    private final Findings findings;
    private final InspectionPlan inspections;
    private final PublishJob publication;
    private final AuditLog audit;
    private final CurrentUser user;

    Review(
            Database database,
            DepositStore deposits,
            DepositContents contents,
            DatasetStore datasets,
            Findings findings,
            InspectionPlan inspections,
            PublishJob publication,
            AuditLog audit,
            CurrentUser user) {
        this.database = database;
        this.deposits = deposits;
        this.contents = contents;
        this.datasets = datasets;
        this.findings = findings;
        this.inspections = inspections;
        this.publication = publication;
        this.audit = audit;
        this.user = user;
    }

    /**
     * Gives a submitted deposit back to its owner.
     *
     * @param reason what to mend, for the owner
     */
    public Deposit giveBack(String id, String reason) {
        requireReason(reason, "what the depositor should mend");
        return database.inTransaction(() -> {
            getSubmitted(id);
            findings.noteReturn(id, reason.strip());
            deposits.giveBack(id, reason.strip());
            audit.record(user.subject(), "return", id, reason.strip());
            return deposits.find(id).orElseThrow();
        });
    }

    /**
     * Accepts a submitted deposit and has it published.
     *
     * @throws NodeProblem conversion-running, with progress, while images are still being converted or files looked through;
     *     findings-undecided while nobody has decided about what could reveal a person
     */
    public Deposit accept(String id) {
        inspections.request(id);
        return database.inTransaction(() -> {
            Deposit deposit = getSubmitted(id);
            if (datasets.findLocked(deposit.accession()).orElseThrow().isWithdrawn()) {
                throw NodeProblem.wrongState(
                        "Data set " + deposit.accession() + " was withdrawn; it gets no new versions.");
            }
            requireConverted(deposit);
            findings.requireDecided(id);
            deposits.enter(id, DepositState.ACCEPTED);
            publication.enqueue(id);
            audit.record(user.subject(), "accept", id, null);
            return deposits.find(id).orElseThrow();
        });
    }

    /**
     * Decides about what in a submitted deposit's files could reveal a person; with remove-and-publish it can be accepted.
     *
     * @param decision remove-and-publish or return
     * @param reason for the record; with return, what the depositor should mend
     * @param acknowledged ids of the findings that need a curator, all of them
     * @throws NodeProblem findings-undecided when some are not acknowledged
     */
    public FindingState decide(String id, String decision, String reason, List<String> acknowledged) {
        Choice choice = Choice.find(decision)
                .orElseThrow(() -> NodeProblem.invalidRequest("decision is remove-and-publish or return."));
        if (choice == Choice.RETURN) {
            giveBack(id, reason);
            return findings.state(id);
        }
        requireReason(reason, "why these findings do not keep the deposit from being published");
        inspections.request(id);
        return database.inTransaction(() -> {
            getSubmitted(id);
            findings.decide(id, reason.strip(), acknowledged == null ? List.of() : acknowledged);
            audit.record(user.subject(), "decide findings: " + choice.word(), id, reason.strip());
            return findings.state(id);
        });
    }

    private static void requireReason(String reason, String what) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw NodeProblem.invalidRequest(
                    "Say in reason " + what + ", in at most " + LONGEST_REASON + " characters.");
        }
    }

    private Deposit getSubmitted(String id) {
        Deposit deposit = deposits.findLocked(id)
                .filter(found -> found.state() != DepositState.DRAFT || user.owns(found.ownerSubject()))
                .orElseThrow(() -> NodeProblem.notFound("deposit " + id));
        if (deposit.state() != DepositState.SUBMITTED) {
            throw NodeProblem.wrongState(
                    "Deposit " + id + " is " + deposit.state().word() + "; only a submitted one can be decided.");
        }
        return deposit;
    }

    private void requireConverted(Deposit deposit) {
        List<HeldImage> images = contents.listImages(deposit.id());
        long converted = images.stream().filter(HeldImage::isConverted).count();
        if (converted < images.size()) {
            throw new NodeProblem(
                    ProblemType.CONVERSION_RUNNING,
                    converted + " of " + images.size() + " images of deposit " + deposit.id() + " are converted.",
                    Map.of("converted", converted, "images", images.size()));
        }
    }
}
