package org.vitrail.node.site;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Texts of the operator, each a plain text whose paragraphs are parted by empty lines. Without them the pages say the usual. */
@ConfigMapping(prefix = "vitrail.site")
interface SiteConfig {
    /** How to reach the people who run the node. */
    Optional<String> contact();

    /** What may be deposited, how it is reviewed, how long it is kept. */
    Optional<String> policies();

    /** What personal data are kept and why. */
    Optional<String> privacy();
}
