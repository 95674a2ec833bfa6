package org.vitrail.harvest.run;

import java.time.Duration;

/** What a harvest may cost at most. Beyond a limit the run ends {@code Interrupted}, never in silence. */
public record HarvestLimits(Retries retries, Times times, Sizes sizes) {

    /** Limits that suit a whole repository on a laptop and on a server. */
    public static HarvestLimits defaults() {
        return new HarvestLimits(
                new Retries(5, 200, Duration.ofSeconds(1), Duration.ofMinutes(5)),
                new Times(Duration.ofSeconds(20), Duration.ofMinutes(2), Duration.ofMinutes(15), Duration.ofHours(24)),
                new Sizes(64L << 20, 4 << 20, 1_000_000, 20, 1_000));
    }

    public HarvestLimits withRetries(Retries other) {
        return new HarvestLimits(other, times, sizes);
    }

    public HarvestLimits withTimes(Times other) {
        return new HarvestLimits(retries, other, sizes);
    }

    public HarvestLimits withSizes(Sizes other) {
        return new HarvestLimits(retries, times, other);
    }

    /**
     * @param perPage how often one page is asked again
     * @param total how often in one run
     * @param firstPause before the first repetition; doubled each time, with jitter
     * @param longestPause also the most that a server's Retry-After is given
     */
    public record Retries(int perPage, int total, Duration firstPause, Duration longestPause) {}

    /**
     * @param connect until the connection stands
     * @param answer until the answer begins, and between two pieces of it
     * @param page spent waiting for one page's bytes
     * @param run from start to end
     */
    public record Times(Duration connect, Duration answer, Duration page, Duration run) {}

    /**
     * @param pageBytes of one page, after decompression
     * @param recordChars of one record's metadata; a longer one goes to {@code failed}
     * @param pages in one run
     * @param emptyPages pages in a row with a token and without a record
     * @param failuresKept in the report's {@code failed}
     */
    public record Sizes(long pageBytes, int recordChars, long pages, int emptyPages, int failuresKept) {}
}
