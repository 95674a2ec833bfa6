package org.vitrail.gateway.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;

/**
 * A node, what the gateway holds of it, and how it went last.
 *
 * @param lastRun null before the first
 * @param nextRun null when nothing is harvested by itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NodeStatus(
        String name,
        String title,
        URI baseUrl,
        URI oai,
        URI oaiImages,
        RecordCounts records,
        HarvestRun lastRun,
        Instant nextRun) {}
