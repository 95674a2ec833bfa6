package org.vitrail.omezarr.ngff;

/** Version of OME-NGFF that is written. */
public enum NgffVersion {
    /** 0.4 over Zarr v2: one object a chunk; for readers that know nothing newer. */
    V0_4("0.4"),
    /** 0.5 over Zarr v3: many chunks in one object. */
    V0_5("0.5");

    private final String text;

    NgffVersion(String text) {
        this.text = text;
    }

    /** As documents have it: {@code 0.5}. */
    public String text() {
        return text;
    }

    /**
     * The version of that text.
     *
     * @throws IllegalArgumentException for others than 0.4 and 0.5
     */
    public static NgffVersion of(String text) {
        for (NgffVersion version : values()) {
            if (version.text.equals(text)) {
                return version;
            }
        }
        throw new IllegalArgumentException("OME-NGFF " + text + " is not written; 0.5 and 0.4 are");
    }
}
