package org.vitrail.harvest.run;

import java.util.List;
import org.vitrail.harvest.protocol.HarvestedRecord;
import org.vitrail.harvest.report.FailedRecord;

/**
 * Takes the records of a harvest one by one, in the repository's order, on the harvesting thread.
 *
 * <p>It must be idempotent: after a retried page, an expired token or the overlap of two runs the same record is
 * offered again. An older copy never follows a newer one out of order on purpose, but OAI-PMH promises no order, so a
 * sink that cares compares datestamps.
 */
@FunctionalInterface
public interface RecordSink {

    /**
     * Takes one record, deleted ones too.
     *
     * @throws RecordRefused when this record cannot be taken; the run goes on
     * @throws RuntimeException when no record can be taken now; the run ends {@code Interrupted} and can be resumed at
     *     this page
     */
    void accept(HarvestedRecord harvested);

    /**
     * Called when a page has been read to its end: the place to flush what was gathered and to keep the checkpoint.
     *
     * @return records of this page that turned out not to be taken after all; empty when all is well
     * @throws RuntimeException as for {@link #accept}
     */
    default List<FailedRecord> endPage(Checkpoint checkpoint) {
        return List.of();
    }
}
