package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who may see what is derived from the pixels; metadata are public in every case. Contracts §2. */
public enum Access {
    @JsonProperty("open")
    OPEN("open"),
    /** Private until the embargo date. */
    @JsonProperty("embargoed")
    EMBARGOED("embargoed"),
    /** On request. */
    @JsonProperty("restricted")
    RESTRICTED("restricted"),
    @JsonProperty("metadataOnly")
    METADATA_ONLY("metadataOnly");

    private final String word;

    Access(String word) {
        this.word = word;
    }

    /** The word in JSON, YAML and RDF. */
    public String word() {
        return word;
    }

    /**
     * The access that this word names.
     *
     * @throws IllegalArgumentException when it names none; lists the accepted words
     */
    public static Access ofWord(String word) {
        for (Access access : values()) {
            if (access.word.equals(word)) {
                return access;
            }
        }
        throw new IllegalArgumentException(
                "access \"" + word + "\" is none of open, embargoed, restricted, metadataOnly");
    }
}
