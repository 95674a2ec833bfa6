package org.vitrail.node.rdf;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** What one query may still spend; asked by its functions while they work. Safe for use by two threads. */
final class Allowance {
    private static final int TEXTS = 50;
    private final int textLength;
    private final AtomicLong collected = new AtomicLong();
    private volatile String stopped;

    /** @param textLength characters a text may have; all texts of groups together fifty times as much */
    Allowance(int textLength) {
        this.textLength = textLength;
    }

    /** Ends the work of functions that look at their allowance. @param reason told to the client */
    void stop(String reason) {
        stopped = reason;
    }

    /** Why the query was stopped; empty while it may go on. */
    Optional<String> findStopped() {
        return Optional.ofNullable(stopped);
    }

    /** @throws CostlyQuery once the query was stopped */
    void requireGoing() {
        String reason = stopped;
        if (reason != null) {
            throw new CostlyQuery(reason);
        }
    }

    /** @throws CostlyQuery when a text of so many characters may not be made */
    void requireText(long length, String function) {
        requireGoing();
        if (length > textLength) {
            throw new CostlyQuery("%s would make a text of more than %d characters.".formatted(function, textLength));
        }
    }

    /** Counts what GROUP_CONCAT collects, of all groups. @throws CostlyQuery when it is too much */
    void collect(long length) {
        requireGoing();
        if (collected.addAndGet(length) > (long) TEXTS * textLength) {
            throw new CostlyQuery(
                    "GROUP_CONCAT collects more than %d characters.".formatted((long) TEXTS * textLength));
        }
    }
}
