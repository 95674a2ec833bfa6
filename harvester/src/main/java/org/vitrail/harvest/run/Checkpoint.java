package org.vitrail.harvest.run;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a run has come: kept by the caller at each page's end, it lets a run that was killed go on.
 *
 * @param token where to go on; empty after the last page
 * @param serverStart the run's start by the repository's clock
 * @param pages pages read to their end so far
 * @param records records taken so far, deleted ones included
 * @param completeListSize what the repository says the whole list holds, where it says so
 */
public record Checkpoint(
        Optional<String> token, Instant serverStart, long pages, long records, Optional<Long> completeListSize) {}
