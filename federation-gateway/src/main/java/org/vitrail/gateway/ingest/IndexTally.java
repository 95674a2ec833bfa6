package org.vitrail.gateway.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vitrail.harvest.report.FailedRecord;

/** Counts what a run does to the index; for one thread. */
final class IndexTally {
    private static final int FAILURES_KEPT = 200;

    private final List<FailedRecord> failed = new ArrayList<>();
    private long failedTotal;
    private long indexed;
    private long removed;

    void add(List<StoredRecord> records, Map<String, String> failures) {
        for (StoredRecord stored : records) {
            String failure = failures.get(stored.identifier());
            if (failure != null) {
                failedTotal++;
                if (failed.size() < FAILURES_KEPT) {
                    failed.add(new FailedRecord(stored.identifier(), failure));
                }
            } else if (stored.deleted()) {
                removed++;
            } else {
                indexed++;
            }
        }
    }

    IndexReport complete() {
        return new IndexReport(IndexReport.COMPLETE, null, indexed, removed, failed, failedTotal);
    }

    IndexReport waiting(String message) {
        return new IndexReport(IndexReport.WAITING, message, indexed, removed, failed, failedTotal);
    }
}
