package org.vitrail.harvest.run;

import java.time.Instant;
import java.util.Optional;
import org.vitrail.harvest.protocol.Granularity;
import org.vitrail.harvest.protocol.OaiError;
import org.vitrail.harvest.protocol.Page;
import org.vitrail.harvest.protocol.PageListener;

/** Walks one list from page to page by its tokens (OAI-PMH 2.0 §3.5). Its state is what the report is made of. */
final class ListWalk {

    private final HarvestRequest request;
    private final RecordSink sink;
    private final PageRequests requests;
    private final Warnings warnings;

    private Granularity granularity = Granularity.SECOND;
    private Instant serverStart;
    private String token;
    private Tally total;
    private Tally current;
    private TokenGuard guard = new TokenGuard();
    private long pages;
    private ListExtent extent;
    private int emptyPages;
    private int restarts;

    ListWalk(HarvestRequest request, RecordSink sink, PageRequests requests, Warnings warnings) {
        this.request = request;
        this.sink = sink;
        this.requests = requests;
        this.warnings = warnings;
        this.token = request.resume().map(HarvestRequest.Resumption::token).orElse(null);
        this.serverStart =
                request.resume().map(HarvestRequest.Resumption::serverStart).orElse(null);
        this.extent = new ListExtent(token == null);
        this.total = newTally();
        this.current = newTally();
    }

    /** Walks to the list's end. @throws RunStopped before it */
    void walk() throws InterruptedException {
        identify();
        while (step()) {
            if (pages >= request.limits().sizes().pages()) {
                throw RunStopped.interrupted("The limit of " + pages + " pages a run is reached.");
            }
        }
        extent.shortfall().ifPresent(warnings::add);
    }

    private void identify() throws InterruptedException {
        Page page = requests.read(Query.IDENTIFY, () -> PageListener.NONE);
        if (!page.errors().isEmpty()) {
            throw refusal(page.errors().getFirst());
        }
        granularity = page.granularity().orElse(Granularity.DAY);
        serverStart = serverStart == null ? page.responseDate().orElse(null) : serverStart;
    }

    /** Reads one page; true when another follows. */
    private boolean step() throws InterruptedException {
        String query = token == null ? Query.listFrom(request, granularity) : Query.listOn(token);
        Page page = requests.read(query, () -> current = newTally());
        if (!page.errors().isEmpty()) {
            return goesOnAfter(page.errors().getFirst());
        }
        serverStart = serverStart == null ? page.responseDate().orElse(null) : serverStart;
        Optional<String> next = nextOf(page);
        long soFar = total.records() + current.records();
        current.endPage(new Checkpoint(next, serverStart, pages + 1, soFar, page.completeListSize()));
        closePage();
        pages++;
        if (next.isPresent()) {
            checkEmpty(page);
            checkCircle(next.get());
            token = next.get();
        }
        return next.isPresent();
    }

    private Tally newTally() {
        return new Tally(sink, request.limits().sizes().failuresKept());
    }

    private void closePage() {
        total.add(current);
        current = newTally();
    }

    /** Where the list goes on; nowhere when all is read and the last page repeats its own token. */
    private Optional<String> nextOf(Page page) {
        extent.add(page);
        if (extent.whole() && page.token().isPresent() && page.token().get().equals(token)) {
            warnings.add("The last page repeats its own resumption token; the list was complete and ends there.");
            return Optional.empty();
        }
        return page.token();
    }

    private void checkEmpty(Page page) {
        emptyPages = page.offered() == 0 ? emptyPages + 1 : 0;
        if (emptyPages >= request.limits().sizes().emptyPages()) {
            throw RunStopped.interrupted(
                    "The repository sent " + emptyPages + " empty pages in a row, each with a resumption token.");
        }
    }

    private void checkCircle(String next) {
        if (guard.repeats(next) || next.equals(token)) {
            throw RunStopped.deadToken("The repository sent a resumption token for the second time (" + shortened(next)
                    + "); following it would never end. The repository's paging must be mended.");
        }
    }

    /** What an error means depends on where it comes (§3.6); true when the list is to be asked again. */
    private boolean goesOnAfter(OaiError error) {
        return switch (error.code()) {
            case "noRecordsMatch" -> !ends(error);
            case "badResumptionToken" -> beginsAgain(error);
            case "badArgument" -> turnsToDays(error);
            default -> throw refusal(error);
        };
    }

    /** Nothing matches: an empty list, or a token behind the last page, but not the end of a list announced as longer. */
    private boolean ends(OaiError error) {
        if (token == null) {
            return true;
        }
        if (!extent.whole() && !extent.unknown()) {
            throw RunStopped.deadToken("The list broke off with " + error.code() + " before its announced end.");
        }
        warnings.add("The last page has a resumption token that leads nowhere.");
        return true;
    }

    private boolean beginsAgain(OaiError error) {
        if (token == null) {
            throw refusal(error);
        }
        if (extent.whole()) {
            return !ends(error);
        }
        if (restarts > 0) {
            throw RunStopped.deadToken("The resumption token expired twice in one run: " + error.message());
        }
        warnings.add("A resumption token had expired; the list was begun again.");
        restarts++;
        token = null;
        guard = new TokenGuard();
        total = newTally();
        extent = new ListExtent(true);
        return true;
    }

    private boolean turnsToDays(OaiError error) {
        boolean dated = request.from().isPresent() || request.until().isPresent();
        if (token != null || !dated || granularity == Granularity.DAY) {
            throw refusal(error);
        }
        warnings.add("The repository promises seconds in dates and refuses them; it was asked by days.");
        granularity = Granularity.DAY;
        return true;
    }

    private static RunStopped refusal(OaiError error) {
        return RunStopped.refused(error.code(), "The repository refused: " + error.code() + ", " + error.message());
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    /** Counts, the page included in which the walk stopped. */
    Tally tally() {
        closePage();
        return total;
    }

    Optional<String> token() {
        return Optional.ofNullable(token);
    }

    Optional<Instant> serverStart() {
        return Optional.ofNullable(serverStart);
    }

    long pages() {
        return pages;
    }

    int restarts() {
        return restarts;
    }
}
