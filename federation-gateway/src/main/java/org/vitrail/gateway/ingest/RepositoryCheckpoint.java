package org.vitrail.gateway.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where the next harvest of a repository begins. Times of the repository's clock, unless said otherwise; null: none.
 *
 * @param complete start of the last complete harvest
 * @param token of a harvest that stopped on the way
 * @param tokenStart start of that harvest
 * @param tokenFrom its lower bound; null for everything
 * @param sweepStart by our clock, start of a harvest of everything that is not complete yet
 */
record RepositoryCheckpoint(Instant complete, String token, Instant tokenStart, Instant tokenFrom, Instant sweepStart) {

    static RepositoryCheckpoint none() {
        return new RepositoryCheckpoint(null, null, null, null, null);
    }

    boolean isResumable() {
        return token != null;
    }

    /** Lower bound of the next harvest; empty for everything. */
    Optional<Instant> from(Duration overlap) {
        if (isResumable()) {
            return Optional.ofNullable(tokenFrom);
        }
        return Optional.ofNullable(complete).map(start -> start.minus(overlap));
    }

    /** At the start of a harvest; one of everything remembers its first start, whatever interrupts it. */
    RepositoryCheckpoint begun(boolean everything, Instant now) {
        Instant sweep = everything ? (isResumable() && sweepStart != null ? sweepStart : now) : null;
        return new RepositoryCheckpoint(complete, token, tokenStart, tokenFrom, sweep);
    }

    /** On the way. */
    RepositoryCheckpoint at(String next, Instant serverStart, Instant from) {
        return new RepositoryCheckpoint(
                complete, next, next == null ? null : serverStart, next == null ? null : from, sweepStart);
    }

    /** At the end. */
    RepositoryCheckpoint completed(Instant serverStart) {
        return new RepositoryCheckpoint(serverStart == null ? complete : serverStart, null, null, null, null);
    }
}
