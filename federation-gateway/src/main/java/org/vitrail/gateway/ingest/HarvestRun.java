package org.vitrail.gateway.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A run: both repositories of a node harvested, then the index brought up to date.
 *
 * @param trigger schedule, ping
 * @param finished null while running
 * @param outcome running, complete, incomplete (the next run mends it), abandoned (the gateway stopped on the way)
 * @param report null while running and of abandoned runs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HarvestRun(
        long id, String node, String trigger, Instant started, Instant finished, String outcome, RunReport report) {}
