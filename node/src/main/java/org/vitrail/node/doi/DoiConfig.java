package org.vitrail.node.doi;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The node's account at DataCite; needed in production. */
@ConfigMapping(prefix = "vitrail.doi")
public interface DoiConfig {

    /** Prefix that DataCite gave, as 10.12345. */
    Optional<String> prefix();

    /** Repository account, as INSTITUTE.IMAGES. */
    Optional<String> repositoryId();

    /** Its password. */
    Optional<String> password();

    /** DataCite's REST API; its test system is https://api.test.datacite.org, with accounts and prefixes of its own. */
    @WithDefault("https://api.datacite.org")
    URI api();

    /** How often what is waiting for registration is tried. */
    @WithDefault("PT10S")
    Duration every();

    /** How long an answer of DataCite may take. */
    @WithDefault("PT30S")
    Duration timeout();

    /** Pause after a first failure; each further one is twice as long. */
    @WithDefault("PT15S")
    Duration retryAfter();

    /** The longest of those pauses. */
    @WithDefault("PT30M")
    Duration longestPause();

    /** Pause of everything after DataCite refused the account. A start of the node ends it. */
    @WithDefault("PT1H")
    Duration accountPause();
}
