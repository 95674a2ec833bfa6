package org.vitrail.gateway.ingest;

import java.util.Map;
import org.vitrail.harvest.report.Ending;
import org.vitrail.harvest.report.HarvestReport;

/**
 * What happened in one run, for whoever runs the node.
 *
 * @param repositories the harvester's report of each repository, by its word (datasets, images)
 * @param index what became of the records in the index; null when the run broke off before
 * @param message why the run broke off; null when it did not
 */
public record RunReport(Map<String, HarvestReport> repositories, IndexReport index, String message) {

    public RunReport {
        repositories = repositories == null ? Map.of() : Map.copyOf(repositories);
    }

    /** Whether everything that the node has was read and is shown. */
    public boolean isComplete() {
        return message == null
                && index != null
                && index.isComplete()
                && repositories.values().stream().allMatch(report -> report.outcome() == Ending.COMPLETE);
    }

    /** Records that were refused by the intake, the harvester or the index. */
    public long failedTotal() {
        return repositories.values().stream()
                        .mapToLong(HarvestReport::failedTotal)
                        .sum()
                + (index == null ? 0 : index.failedTotal());
    }
}
