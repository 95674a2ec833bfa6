package org.vitrail.harvest.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one answer said besides its records.
 *
 * @param responseDate the repository's clock
 * @param granularity of an Identify answer
 * @param errors empty when all is well
 * @param offered records in the answer, readable or not
 * @param token where the list goes on; empty at its end
 * @param completeListSize what the repository says the whole list holds
 * @param cursor how many records came before this page, as the repository says
 */
public record Page(
        Optional<Instant> responseDate,
        Optional<Granularity> granularity,
        List<OaiError> errors,
        long offered,
        Optional<String> token,
        Optional<Long> completeListSize,
        Optional<Long> cursor) {}
