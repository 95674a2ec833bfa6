package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a specimen is in its experiment: REMBI, "Specimen", experimental status. */
public enum ExperimentalStatus {
    @JsonProperty("control")
    CONTROL,
    @JsonProperty("test")
    TEST
}
