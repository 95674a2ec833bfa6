package org.vitrail.node.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;
import java.util.Optional;

/** The communities to which data sets of this node may belong: {@code vitrail.communities.<name>.title}. */
@ConfigMapping(prefix = "vitrail.communities")
public interface CommunitiesConfig {

    /** By name, as descriptions and OAI-PMH's sets write it. */
    @WithParentName
    Map<String, Community> all();

    /** A community in words. */
    interface Community {
        /** Its name for people. */
        String title();

        /** What belongs to it. */
        Optional<String> description();
    }
}
