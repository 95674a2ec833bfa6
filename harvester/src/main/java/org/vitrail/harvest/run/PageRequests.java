package org.vitrail.harvest.run;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.vitrail.harvest.protocol.Page;
import org.vitrail.harvest.protocol.PageListener;
import org.vitrail.harvest.protocol.PageReader;
import org.vitrail.harvest.protocol.UnreadablePage;
import org.vitrail.harvest.transport.Answer;
import org.vitrail.harvest.transport.HttpPages;
import org.vitrail.harvest.transport.PageTooLarge;
import org.vitrail.harvest.transport.XmlText;

/** Asks for pages until they arrive whole, within the run's limits of repetitions and time. */
final class PageRequests {

    private final HttpPages http;
    private final HarvestLimits limits;
    private final Clock clock;
    private final Pause pause;
    private final Backoff backoff;
    private final Warnings warnings;
    private final Instant latest;
    private int retries;
    private long bytes;

    PageRequests(HttpPages http, HarvestLimits limits, Waiting waiting, Warnings warnings) {
        this.http = http;
        this.limits = limits;
        this.clock = waiting.clock();
        this.pause = waiting.pause();
        this.backoff = new Backoff(limits.retries());
        this.warnings = warnings;
        this.latest = clock.instant().plus(limits.times().run());
    }

    /** How time passes. */
    record Waiting(Clock clock, Pause pause) {}

    int retries() {
        return retries;
    }

    long bytes() {
        return bytes;
    }

    /**
     * Reads one page to its end.
     *
     * @param listeners a fresh listener for each attempt, since a repeated page tells its records again
     * @throws RunStopped when it does not arrive
     */
    Page read(String query, Supplier<PageListener> listeners) throws InterruptedException {
        for (int attempt = 0; ; attempt++) {
            checkTime(Duration.ZERO);
            Fault fault;
            try {
                return once(query, listeners.get());
            } catch (PageTooLarge e) {
                throw RunStopped.interrupted("A page cannot be read: " + e.getMessage() + ".");
            } catch (IOException e) {
                fault = new Fault(reason(e), Optional.empty());
            } catch (UnreadablePage e) {
                checkSize(e);
                fault = new Fault(e.getMessage(), Optional.empty());
            } catch (TryLater e) {
                fault = new Fault(e.getMessage(), e.asked());
            }
            waitFor(fault, attempt);
        }
    }

    private record Fault(String reason, Optional<Duration> asked) {}

    private void waitFor(Fault fault, int attempt) throws InterruptedException {
        if (attempt >= limits.retries().perPage() || retries >= limits.retries().total()) {
            throw RunStopped.interrupted(
                    "Given up after " + (attempt + 1) + " attempts at one page: " + fault.reason());
        }
        retries++;
        Duration time = backoff.before(attempt, fault.asked());
        checkTime(time);
        pause.sleep(time);
    }

    private void checkTime(Duration ahead) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (clock.instant().plus(ahead).isAfter(latest)) {
            throw RunStopped.interrupted("The run's time of " + limits.times().run() + " is over.");
        }
    }

    private Page once(String query, PageListener listener) throws IOException, InterruptedException {
        try (Answer answer = http.get(query)) {
            int status = answer.status();
            if (status == 200) {
                return parse(answer, listener);
            }
            if (status >= 500 || status < 400 || status == 408 || status == 425 || status == 429) {
                throw new TryLater(status, answer.retryAfter(clock.instant()));
            }
            return errorPage(answer);
        }
    }

    private Page parse(Answer answer, PageListener listener) throws IOException {
        XmlText text = answer.text(limits.sizes().pageBytes(), n -> bytes += n);
        Page page = new PageReader(limits.sizes().recordChars(), listener).read(text);
        answer.finish();
        if (text.replaced() > 0) {
            warnings.add("Characters that XML or UTF-8 forbids were replaced by U+FFFD.", text.replaced());
        }
        return page;
    }

    /** Some repositories send OAI-PMH's own errors with an HTTP status of 4xx. */
    private Page errorPage(Answer answer) throws IOException {
        try {
            Page page = parse(answer, PageListener.NONE);
            if (!page.errors().isEmpty()) {
                return page;
            }
        } catch (UnreadablePage e) {
            // an ordinary error page: the status says it all
        }
        throw RunStopped.refused(
                "http" + answer.status(),
                "The server answered with HTTP status " + answer.status()
                        + ". Check the base URL and whether it is open to harvesters.");
    }

    private static void checkSize(UnreadablePage e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof PageTooLarge tooLarge) {
                throw RunStopped.interrupted("A page cannot be read: " + tooLarge.getMessage() + ".");
            }
        }
    }

    private static String reason(IOException e) {
        if (e instanceof ConnectException) {
            return "the connection failed: nothing answers at this host and port. Check the address, and whether the server runs.";
        }
        String message = e.getMessage() == null ? "" : ": " + e.getMessage();
        return "the connection failed (" + e.getClass().getSimpleName() + message + ")";
    }
}
