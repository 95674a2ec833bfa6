package org.vitrail.harvest.run;

import java.net.URI;
import java.time.Clock;
import org.vitrail.harvest.report.HarvestOutcome;
import org.vitrail.harvest.transport.HttpPages;

/**
 * Harvests OAI-PMH 2.0 repositories by ListRecords. Thread-safe; one thread a run, interrupted to stop it.
 *
 * <p>Memory does not grow with the repository or the page: records are handed on as they are read.
 */
public final class Harvester {

    private final String userAgent;
    private final Clock clock;
    private final Pause pause;

    /** @param userAgent says who harvests and how to reach them, e.g. {@code Vitrail (+mailto:…)} */
    public Harvester(String userAgent, Clock clock, Pause pause) {
        this.userAgent = userAgent;
        this.clock = clock;
        this.pause = pause;
    }

    /** A harvester that sleeps in earnest. @param contact a URL or mail address, sent as part of User-Agent */
    public static Harvester withContact(String contact) {
        return new Harvester("Vitrail-harvester/0.1 (+" + contact + ")", Clock.systemUTC(), Thread::sleep);
    }

    /**
     * Reads the list to its end, or as far as it goes; faults of the repository and the network are in the outcome, none
     * is thrown.
     *
     * @throws IllegalArgumentException when the base URL is not an http(s) URL
     */
    public HarvestOutcome harvest(HarvestRequest request, RecordSink sink) {
        checkUrl(request.base());
        HarvestLimits.Times times = request.limits().times();
        HttpPages.Patience patience = new HttpPages.Patience(times.connect(), times.answer(), times.page());
        try (HttpPages http = new HttpPages(request.base(), request.addresses(), userAgent, patience)) {
            return new HarvestRun(request, sink, http, new PageRequests.Waiting(clock, pause)).run();
        }
    }

    /** @throws IllegalArgumentException when the URL cannot be a repository's base */
    public static void checkUrl(URI base) {
        boolean web = "http".equalsIgnoreCase(base.getScheme()) || "https".equalsIgnoreCase(base.getScheme());
        if (!web || base.getHost() == null || base.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "\"" + base + "\" is not the base URL of a repository; http(s)://host/path is expected");
        }
    }
}
