package org.vitrail.harvest.run;

import java.util.ArrayList;
import java.util.List;
import org.vitrail.harvest.protocol.HarvestedRecord;
import org.vitrail.harvest.protocol.PageListener;
import org.vitrail.harvest.report.FailedRecord;

/** Passes one page's records to the sink and counts; added to the run's tally when the page is done. */
final class Tally implements PageListener {

    private final RecordSink sink;
    private final int failuresKept;
    private final List<FailedRecord> failed = new ArrayList<>();
    private long records;
    private long deleted;
    private long failedTotal;

    Tally(RecordSink sink, int failuresKept) {
        this.sink = sink;
        this.failuresKept = failuresKept;
    }

    @Override
    public void readable(HarvestedRecord harvested) {
        try {
            sink.accept(harvested);
            records++;
            deleted += harvested.deleted() ? 1 : 0;
        } catch (RecordRefused e) {
            unreadable(harvested.identifier(), e.getMessage());
        } catch (RuntimeException e) {
            throw new SinkFailed(e);
        }
    }

    @Override
    public void unreadable(String identifier, String reason) {
        failedTotal++;
        if (failed.size() < failuresKept) {
            failed.add(new FailedRecord(identifier, reason));
        }
    }

    /** Tells the sink that its page is done; what it then names as failed is no longer counted as taken. */
    void endPage(Checkpoint checkpoint) {
        try {
            for (FailedRecord late : sink.endPage(checkpoint)) {
                records--;
                unreadable(late.identifier(), late.reason());
            }
        } catch (RuntimeException e) {
            throw new SinkFailed(e);
        }
    }

    void add(Tally page) {
        records += page.records;
        deleted += page.deleted;
        long room = Math.max(0, failuresKept - failed.size());
        page.failed.stream().limit(room).forEach(failed::add);
        failedTotal += page.failedTotal;
    }

    long records() {
        return records;
    }

    long deleted() {
        return deleted;
    }

    List<FailedRecord> failed() {
        return failed;
    }

    long failedTotal() {
        return failedTotal;
    }
}
