package org.vitrail.harvest.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What happened in one harvest, record by record where something failed. Written as JSON by {@link ReportJson}.
 *
 * @param outcome how it ended
 * @param code null when complete or interrupted; else OAI-PMH's error code (§3.6), {@code httpNNN} or
 *     {@code forbiddenAddress}
 * @param reason null when complete; else what happened, where, and what to do
 * @param base the repository's base URL as asked
 * @param prefix metadataPrefix
 * @param set setSpec, or null for all
 * @param from lower bound of datestamps as asked, or null
 * @param until upper bound of datestamps as asked, or null
 * @param started by our clock
 * @param finished by our clock
 * @param serverStart the start by the repository's clock: the next run's {@code from}, less an overlap, once this one
 *     is complete; of a resumed run, its first part's; null when the repository never answered
 * @param records records that the sink took, deleted ones included; one that was offered twice counts twice
 * @param deleted those of {@code records} that said "deleted"
 * @param failed records not taken, the first {@code failuresKept} of them
 * @param failedTotal how many were not taken
 * @param pages pages read to their end
 * @param retries requests that were repeated
 * @param restarts how often the list was begun again because a token had expired: 0 or 1
 * @param bytes bytes of pages after decompression, repeated ones included
 * @param resumeFrom null when complete; else a resumption token or the run's {@code from}, see {@code resumeBy}
 * @param resumeBy null when complete
 * @param warnings what was unlike the standard and mended on the way
 */
@JsonPropertyOrder({"outcome", "code", "reason", "records", "deleted", "failedTotal", "pages", "retries", "resumeFrom"})
public record HarvestReport(
        Ending outcome,
        String code,
        String reason,
        URI base,
        String prefix,
        String set,
        Instant from,
        Instant until,
        Instant started,
        Instant finished,
        Instant serverStart,
        long records,
        long deleted,
        List<FailedRecord> failed,
        long failedTotal,
        long pages,
        int retries,
        int restarts,
        long bytes,
        String resumeFrom,
        ResumeBy resumeBy,
        List<String> warnings) {

    public HarvestReport {
        failed = List.copyOf(failed);
        warnings = List.copyOf(warnings);
    }

    /** The token with which another run can go on; empty when there is none, or the list must be read again. */
    public Optional<String> resumptionToken() {
        return resumeBy == ResumeBy.TOKEN ? Optional.ofNullable(resumeFrom) : Optional.empty();
    }
}
