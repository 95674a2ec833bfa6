package org.vitrail.harvest.run;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** How long to wait before a repetition: what the server asks, else doubling with jitter; never beyond the limit. */
final class Backoff {

    private final HarvestLimits.Retries limits;
    private final RandomGenerator random = RandomGenerator.getDefault();

    Backoff(HarvestLimits.Retries limits) {
        this.limits = limits;
    }

    /** @param attempt 0 before the first repetition */
    Duration before(int attempt, Optional<Duration> asked) {
        Duration doubled = limits.firstPause().multipliedBy(1L << Math.min(attempt, 20));
        return shorter(asked.orElseGet(() -> jittered(shorter(doubled))));
    }

    private Duration shorter(Duration time) {
        return time.compareTo(limits.longestPause()) > 0 ? limits.longestPause() : time;
    }

    /** Between a half and the whole: many harvesters that failed together do not come back together. */
    private Duration jittered(Duration time) {
        long half = Math.max(time.toMillis() / 2, 0);
        return Duration.ofMillis(half + random.nextLong(half + 1));
    }
}
