package org.vitrail.node.rdf;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;

/** Where the graph lies and what a query may cost. Read by the role {@code sparql} only. */
@ConfigMapping(prefix = "vitrail.sparql")
interface SparqlConfig {
    /** Folder of the graph, of this process alone; it can be lost at any time and is filled again. */
    @WithDefault("data/sparql-${vitrail.node.name}")
    Path folder();

    /** Throws the graph away at start and makes it again from the change log. */
    @WithDefault("false")
    boolean rebuild();

    /** Graphs a transaction. */
    @WithDefault("500")
    @Min(1)
    @Max(5000)
    int batch();

    /** Pause between two looks at the change log when nothing is to be done. */
    @WithDefault("1S")
    Duration polling();

    /** Time until a query is stopped. */
    @WithDefault("20S")
    Duration timeout();

    /** Rows, or statements, an answer has at most; more are cut off. */
    @WithDefault("10000")
    @Min(1)
    int maxRows();

    /** Size of an answer at most; more is cut off. */
    @WithDefault("10M")
    MemorySize maxBytes();

    /** Characters a query has at most. */
    @WithDefault("20000")
    @Min(100)
    int maxQueryLength();

    /** Characters a text made by a query has at most: by CONCAT, REPLACE, GROUP_CONCAT. */
    @WithDefault("1000000")
    @Min(1000)
    int maxTextLength();

    /** Queries at once; others are sent away with 503. */
    @WithDefault("4")
    @Min(1)
    @Max(64)
    int concurrent();
}
