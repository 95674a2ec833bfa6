package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is between objective and specimen; the words of the OME data model in small letters, and silicone. */
public enum Immersion {
    @JsonProperty("air")
    AIR,
    @JsonProperty("water")
    WATER,
    @JsonProperty("oil")
    OIL,
    @JsonProperty("glycerol")
    GLYCEROL,
    @JsonProperty("silicone")
    SILICONE,
    @JsonProperty("waterDipping")
    WATER_DIPPING,
    @JsonProperty("multi")
    MULTI,
    @JsonProperty("other")
    OTHER
}
