package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A segmentation of an image, in a file of its own.
 *
 * @param axes letters of tczyx, slowest first, only where the file does not say; else null
 * @param digest pixel digest (contracts §7) that must come out; null if unknown
 * @param annotation how it was made; null if unknown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LabelDescription(String file, String name, String axes, String digest, Annotation annotation) {

    /** A segmentation of which nobody tells how it was made. */
    public LabelDescription(String file, String name, String axes, String digest) {
        this(file, name, axes, digest, null);
    }
}
