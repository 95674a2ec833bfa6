package org.vitrail.node.oaipmh;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How lists are cut into pages. */
@ConfigMapping(prefix = "vitrail.oai")
interface OaiConfig {
    /** Items a page, at most 200 (contracts §9). */
    @WithDefault("100")
    @Min(1)
    @Max(200)
    int pageSize();

    /** How long a resumption token lives. */
    @WithDefault("24H")
    Duration tokenLifetime();

    /** Lists answered at the same time; further ones are told to come again. Each holds a connection to the database. */
    @WithDefault("6")
    @Min(1)
    int listsAtOnce();

    /** When those should come again. */
    @WithDefault("10S")
    Duration retryAfter();
}
