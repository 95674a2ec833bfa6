package org.vitrail.node.site;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Texts of the operator, each a plain text whose paragraphs are parted by empty lines. Without them the pages say the usual. */
@ConfigMapping(prefix = "vitrail.site")
interface SiteConfig {
    /** How to reach the people who run the node. */
    Optional<String> contact();

    /** What may be deposited, how it is reviewed, how long it is kept. */
    Optional<String> policies();

    /** What the curators of the node promise to do; CoreTrustSeal R08 calls it the level of curation. */
    @WithDefault(
            "Curators read the description of every deposit and look at its images. They ask for what is missing, and"
                    + " correct terms and spelling with the depositor. In the words of CoreTrustSeal this is initial curation.")
    String curation();

    /** How long the node promises to keep what it publishes, and what becomes of it when the node ends. */
    @WithDefault(
            "What is published is kept for at least ten years after its publication. Should the node close, this is"
                    + " announced a year before, and its data sets are offered to another repository under the same identifiers.")
    String retention();

    /** Whether another process of the node answers {@code /sparql}, so that this one's pages lead there. */
    @WithDefault("false")
    boolean sparql();

    /** What personal data are kept and why. */
    Optional<String> privacy();
}
