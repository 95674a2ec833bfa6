package org.vitrail.node.jobs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How workers work. */
@ConfigMapping(prefix = "vitrail.jobs")
public interface JobConfig {

    /** Jobs at once in this process. */
    @WithDefault("3")
    @Min(1)
    @Max(64)
    int threads();

    /** How often a worker looks for work. */
    @WithDefault("PT1S")
    Duration polling();

    /** Sign of life of a running job. */
    @WithDefault("PT5S")
    Duration heartbeat();

    /** Signs of life that may fail to appear before another worker takes the job over. */
    @WithDefault("4")
    @Min(4)
    int missedHeartbeats();

    /** First pause after a failure; each further one is longer. */
    @WithDefault("PT5S")
    Duration retryAfter();

    /** How long a stopping process waits for running jobs. */
    @WithDefault("PT10S")
    Duration stopWait();
}
