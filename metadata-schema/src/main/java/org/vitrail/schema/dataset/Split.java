package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The part that an image plays in machine learning; Croissant 1.0, "Splits". */
public enum Split {
    @JsonProperty("train")
    TRAIN,
    @JsonProperty("validation")
    VALIDATION,
    @JsonProperty("test")
    TEST
}
