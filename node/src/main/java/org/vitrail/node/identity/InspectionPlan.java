package org.vitrail.node.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import org.vitrail.node.deposit.Deposit;
import org.vitrail.node.deposit.DepositContents;
import org.vitrail.node.deposit.DepositContents.HeldImage;
import org.vitrail.node.deposit.DepositStore;
import org.vitrail.node.deposit.DepositSubmitted;
import org.vitrail.node.findings.Findings;
import org.vitrail.node.jobs.JobQueue;

/** Sees to it that every file of a submitted deposit is looked through: those that no conversion reads, by a job. */
@ApplicationScoped
public class InspectionPlan {
    private final DepositStore deposits;
    private final DepositContents contents;
    private final Findings findings;
    private final JobQueue queue;

    InspectionPlan(DepositStore deposits, DepositContents contents, Findings findings, JobQueue queue) {
        this.deposits = deposits;
        this.contents = contents;
        this.findings = findings;
        this.queue = queue;
    }

    void onSubmit(@Observes DepositSubmitted submitted) {
        request(submitted.depositId());
    }

    /** Has files looked through that were not; may be called again and again. */
    public void request(String depositId) {
        List<String> waiting = findings.listUninspected(depositId);
        if (waiting.isEmpty()) {
            return;
        }
        Deposit deposit = deposits.find(depositId).orElseThrow();
        List<HeldImage> images = contents.listImages(depositId);
        for (FileGroup group : FileGroup.of(deposit, contents.listFiles(deposit))) {
            group.files().stream()
                    .filter(file -> waiting.contains(file.fileId()))
                    .filter(file -> !isBeingConverted(group, images))
                    .findFirst()
                    .ifPresent(file -> queue.enqueue(InspectionJob.NAME, file.fileId(), depositId));
        }
    }

    /** A conversion looks through its files itself. */
    private static boolean isBeingConverted(FileGroup group, List<HeldImage> images) {
        Set<String> settled = Set.of("converted", "refused");
        return images.stream()
                .anyMatch(image -> image.imageSet() == group.imageSet()
                        && image.image() == group.image()
                        && !settled.contains(image.state()));
    }
}
