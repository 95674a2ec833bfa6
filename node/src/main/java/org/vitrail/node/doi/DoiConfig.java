package org.vitrail.node.doi;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The node's account at DataCite; needed in production. */
@ConfigMapping(prefix = "vitrail.doi")
public interface DoiConfig {

    /** Prefix that DataCite gave, as 10.12345. */
    Optional<String> prefix();

    /** Repository account. */
    Optional<String> repository();

    /** Its password. */
    Optional<String> password();

    /** How often what is waiting for registration is tried. */
    @WithDefault("PT10S")
    Duration every();
}
