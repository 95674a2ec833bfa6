package org.vitrail.harvest.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What {@link HarvestReport#resumeFrom()} is. */
public enum ResumeBy {
    /** A resumption token: go on in the middle of the list. */
    @JsonProperty("token")
    TOKEN,
    /** The run's own {@code from}, null meaning the very beginning: read the list again. */
    @JsonProperty("from")
    FROM
}
