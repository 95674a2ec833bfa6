package org.vitrail.gateway.ingest;

import java.util.List;
import org.vitrail.harvest.report.FailedRecord;

/**
 * What a run did to the index.
 *
 * @param outcome complete, or waiting when records stay behind for the next run
 * @param message null when complete; else why records wait
 * @param indexed documents written
 * @param removed documents taken out
 * @param failed records that cannot be shown, the first of them
 * @param failedTotal how many cannot be shown
 */
public record IndexReport(
        String outcome, String message, long indexed, long removed, List<FailedRecord> failed, long failedTotal) {
    static final String COMPLETE = "complete";
    static final String WAITING = "waiting";

    public IndexReport {
        failed = failed == null ? List.of() : List.copyOf(failed);
    }

    public boolean isComplete() {
        return COMPLETE.equals(outcome);
    }
}
