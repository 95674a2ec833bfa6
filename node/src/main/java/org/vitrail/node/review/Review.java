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
    private final PublishJob publication;
    private final AuditLog audit;
    private final CurrentUser user;

    Review(
            Database database,
            DepositStore deposits,
            DepositContents contents,
            DatasetStore datasets,
            PublishJob publication,
            AuditLog audit,
            CurrentUser user) {
        this.database = database;
        this.deposits = deposits;
        this.contents = contents;
        this.datasets = datasets;
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
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw NodeProblem.invalidRequest(
                    "Say in reason what the depositor should mend, in at most " + LONGEST_REASON + " characters.");
        }
        return database.inTransaction(() -> {
            getSubmitted(id);
            deposits.giveBack(id, reason.strip());
            audit.record(user.subject(), "return", id, reason.strip());
            return deposits.find(id).orElseThrow();
        });
    }

    /**
     * Accepts a submitted deposit and has it published.
     *
     * @throws NodeProblem conversion-running, with progress, while images are still being converted
     */
    public Deposit accept(String id) {
        return database.inTransaction(() -> {
            Deposit deposit = getSubmitted(id);
            if (datasets.findLocked(deposit.accession()).orElseThrow().isWithdrawn()) {
                throw NodeProblem.wrongState(
                        "Data set " + deposit.accession() + " was withdrawn; it gets no new versions.");
            }
            requireConverted(deposit);
            deposits.enter(id, DepositState.ACCEPTED);
            publication.enqueue(id);
            audit.record(user.subject(), "accept", id, null);
            return deposits.find(id).orElseThrow();
        });
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
