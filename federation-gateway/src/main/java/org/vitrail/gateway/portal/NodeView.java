package org.vitrail.gateway.portal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vitrail.gateway.ingest.HarvestRun;
import org.vitrail.gateway.ingest.NodeStatus;
import org.vitrail.harvest.report.FailedRecord;
import org.vitrail.harvest.report.HarvestReport;

/**
 * A node in the page of nodes.
 *
 * @param runs the last ones, the newest first
 * @param hidden records that cannot be shown, the first of them
 */
record NodeView(NodeStatus status, List<HarvestRun> runs, List<FailedRecord> hidden) {

    static final int FAILURES_SHOWN = 50;

    /** A repository in the last run. @param reason why it did not end; null where it did */
    record RepositoryLine(
            String name, String outcome, long records, long deleted, long failed, long pages, String reason) {
        public boolean complete() {
            return "complete".equals(outcome);
        }
    }

    public boolean hasRun() {
        return status.lastRun() != null;
    }

    /** The last run that ended, with its report; null before there is one. */
    public HarvestRun reported() {
        return runs.stream().filter(run -> run.report() != null).findFirst().orElse(null);
    }

    public List<RepositoryLine> repositories() {
        HarvestRun run = reported();
        if (run == null) {
            return List.of();
        }
        return run.report().repositories().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> line("datasets".equals(entry.getKey()) ? "Data sets" : "Images", entry.getValue()))
                .toList();
    }

    private static RepositoryLine line(String name, HarvestReport report) {
        return new RepositoryLine(
                name,
                report.outcome().name().toLowerCase(Locale.ROOT),
                report.records(),
                report.deleted(),
                report.failedTotal(),
                report.pages(),
                report.reason());
    }

    /** Records that were not taken in the last run, or cannot be shown, with the reasons. */
    public List<FailedRecord> failures() {
        HarvestRun run = reported();
        List<FailedRecord> failures = new ArrayList<>(hidden);
        if (run != null) {
            run.report().repositories().values().forEach(report -> failures.addAll(report.failed()));
        }
        return failures.size() <= FAILURES_SHOWN ? failures : failures.subList(0, FAILURES_SHOWN);
    }

    /** Why records wait for the index, or why the run broke off; null where neither. */
    public String trouble() {
        HarvestRun run = reported();
        if (run == null) {
            return null;
        }
        if (run.report().message() != null) {
            return run.report().message();
        }
        return run.report().index() == null ? null : run.report().index().message();
    }

    /** Seconds of a run, e.g. "1.4 s"; empty while it runs. */
    public String seconds(HarvestRun run) {
        if (run.finished() == null) {
            return "";
        }
        long millis = Duration.between(run.started(), run.finished()).toMillis();
        return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }

    /** Records that a run read. */
    public long records(HarvestRun run) {
        return run.report() == null
                ? 0
                : run.report().repositories().values().stream()
                        .mapToLong(HarvestReport::records)
                        .sum();
    }
}
