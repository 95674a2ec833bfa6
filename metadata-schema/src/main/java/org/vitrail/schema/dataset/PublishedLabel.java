package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;

/**
 * A published segmentation of an image; zarr and digest are null unless the image is open.
 *
 * @param annotation how it was made; null if unknown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublishedLabel(
        String labelId, String name, URI zarr, String digest, String dtype, Annotation annotation) {

    /** A segmentation of which nobody told how it was made. */
    public PublishedLabel(String labelId, String name, URI zarr, String digest, String dtype) {
        this(labelId, name, zarr, digest, dtype, null);
    }
}
