package org.vitrail.harvest.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a harvest ended; in JSON {@code complete}, {@code interrupted}, {@code refused}. */
public enum Ending {
    /** The list was read to its end. */
    @JsonProperty("complete")
    COMPLETE,
    /** The list was not read to its end; another run can go on. */
    @JsonProperty("interrupted")
    INTERRUPTED,
    /** The repository, or our own rule of addresses, said no; asking again will not help. */
    @JsonProperty("refused")
    REFUSED
}
