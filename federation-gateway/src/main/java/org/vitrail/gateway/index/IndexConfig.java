package org.vitrail.gateway.index;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

/** The indices in Elasticsearch. */
@ConfigMapping(prefix = "vitrail.gateway.index")
public interface IndexConfig {

    /** Before the names of indices and aliases, so that several gateways can share a cluster. */
    @WithDefault("vitrail-")
    @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,40}")
    String prefix();

    /** Copies of each shard; 0 on one machine, 1 on a cluster. */
    @WithDefault("0")
    @Min(0)
    @Max(9)
    int replicas();

    /** Shards of a new index. */
    @WithDefault("1")
    @Min(1)
    @Max(1024)
    int shards();
}
