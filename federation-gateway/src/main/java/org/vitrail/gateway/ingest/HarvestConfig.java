package org.vitrail.gateway.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** When and how nodes are harvested. */
@ConfigMapping(prefix = "vitrail.gateway.harvest")
public interface HarvestConfig {

    /** From the start of one harvest of a node to the next. */
    @WithDefault("5m")
    Duration every();

    /** How far a harvest reaches back before the start of the last complete one. */
    @WithDefault("2m")
    Duration overlap();

    /** From the start of one harvest to the next that a node asked for by a ping. */
    @WithDefault("3s")
    Duration pingInterval();

    /** False: nothing is harvested by itself, as on a gateway that only searches. */
    @WithDefault("true")
    boolean enabled();

    /** Nodes harvested at the same time; each holds up to three connections to the database. */
    @WithDefault("8")
    @Min(1)
    @Max(64)
    int concurrent();

    /** How often one page of a node is asked again before the harvest stops for now. */
    @WithDefault("3")
    @Min(0)
    @Max(20)
    int retries();

    /** Before the first repetition; doubled each time. */
    @WithDefault("1s")
    Duration firstPause();

    /** Sent to the nodes with every request, so that their operators can reach ours. */
    @WithDefault("${vitrail.gateway.base-url:http://localhost:8080}")
    String contact();
}
