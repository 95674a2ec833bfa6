package org.vitrail.ontology.remote;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Leaves a failing service alone: closed, it may be asked; after some failures in a row it opens for a while; then one
 * caller may try (half open), whose success closes it and whose failure opens it again. Thread-safe.
 */
public final class CircuitBreaker {
    private static final Duration LONGEST = Duration.ofHours(1);

    /** Whether the service is asked. */
    public enum State {
        CLOSED,
        OPEN,
        HALF_OPEN
    }

    private final int failuresToOpen;
    private final Duration openFor;
    private final Clock clock;
    private int failures;
    private Instant openUntil = Instant.MIN;
    private Instant trialUntil = Instant.MIN;
    private boolean closed = true;

    /**
     * @param failuresToOpen in a row, 1 or more
     * @param openFor how long it is left alone; a trial that tells nothing is forgotten after as long
     */
    public CircuitBreaker(int failuresToOpen, Duration openFor, Clock clock) {
        this.failuresToOpen = failuresToOpen;
        this.openFor = openFor;
        this.clock = clock;
    }

    public synchronized State state() {
        if (closed) {
            return State.CLOSED;
        }
        return clock.instant().isBefore(openUntil) ? State.OPEN : State.HALF_OPEN;
    }

    /** Whether the caller may ask now; if so it tells how it went. */
    public synchronized boolean tryAcquire() {
        return switch (state()) {
            case CLOSED -> true;
            case OPEN -> false;
            case HALF_OPEN -> tryTrial();
        };
    }

    private boolean tryTrial() {
        Instant now = clock.instant();
        if (now.isBefore(trialUntil)) {
            return false;
        }
        trialUntil = now.plus(openFor);
        return true;
    }

    public synchronized void succeeded() {
        failures = 0;
        closed = true;
        trialUntil = Instant.MIN;
    }

    /** @param retryAfter what the service asked for opens at once, for an hour at most */
    public synchronized void failed(Optional<Duration> retryAfter) {
        failures++;
        if (retryAfter.isEmpty() && closed && failures < failuresToOpen) {
            return;
        }
        Duration wait = retryAfter.orElse(openFor);
        openUntil = clock.instant().plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
        trialUntil = Instant.MIN;
        closed = false;
    }
}
