package org.vitrail.harvest.run;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.vitrail.harvest.protocol.HarvestFault;
import org.vitrail.harvest.report.Ending;
import org.vitrail.harvest.report.HarvestOutcome;
import org.vitrail.harvest.report.HarvestReport;
import org.vitrail.harvest.report.ResumeBy;
import org.vitrail.harvest.transport.ForbiddenAddress;
import org.vitrail.harvest.transport.HttpPages;

/** One run: the walk, whatever ends it, and the report. */
final class HarvestRun {

    private final HarvestRequest request;
    private final Clock clock;
    private final Instant started;
    private final Warnings warnings = new Warnings();
    private final PageRequests requests;
    private final ListWalk walk;

    HarvestRun(HarvestRequest request, RecordSink sink, HttpPages http, PageRequests.Waiting waiting) {
        this.request = request;
        this.clock = waiting.clock();
        this.started = clock.instant();
        this.requests = new PageRequests(http, request.limits(), waiting, warnings);
        this.walk = new ListWalk(request, sink, requests, warnings);
    }

    HarvestOutcome run() {
        try {
            walk.walk();
            return outcome(Ending.COMPLETE, null, null, false);
        } catch (RunStopped e) {
            return stopped(e);
        } catch (ForbiddenAddress e) {
            return outcome(Ending.REFUSED, "forbiddenAddress", e.getMessage(), false);
        } catch (HarvestFault e) {
            return outcome(Ending.INTERRUPTED, null, e.getMessage(), false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return outcome(Ending.INTERRUPTED, null, "The run was stopped.", false);
        } catch (RuntimeException e) {
            return outcome(Ending.INTERRUPTED, null, "An answer could not be read: " + e, false);
        }
    }

    /** A door that was open and is now shut may open again: only at the list's beginning is its word final. */
    private HarvestOutcome stopped(RunStopped e) {
        boolean closedLater = e.ending() == Ending.REFUSED && e.code().startsWith("http") && walk.pages() > 0;
        return closedLater
                ? outcome(Ending.INTERRUPTED, null, e.getMessage(), false)
                : outcome(e.ending(), e.code(), e.getMessage(), e.tokenDead());
    }

    private HarvestOutcome outcome(Ending ending, String code, String reason, boolean tokenDead) {
        boolean complete = ending == Ending.COMPLETE;
        Optional<String> token = tokenDead ? Optional.empty() : walk.token();
        String from = request.from().map(Instant::toString).orElse(null);
        Tally tally = walk.tally();
        return HarvestOutcome.of(new HarvestReport(
                ending,
                code,
                reason,
                request.base(),
                request.prefix(),
                request.set().orElse(null),
                request.from().orElse(null),
                request.until().orElse(null),
                started,
                clock.instant(),
                walk.serverStart().orElse(null),
                tally.records(),
                tally.deleted(),
                tally.failed(),
                tally.failedTotal(),
                walk.pages(),
                requests.retries(),
                walk.restarts(),
                requests.bytes(),
                complete ? null : token.orElse(from),
                complete ? null : token.isPresent() ? ResumeBy.TOKEN : ResumeBy.FROM,
                warnings.list()));
    }
}
