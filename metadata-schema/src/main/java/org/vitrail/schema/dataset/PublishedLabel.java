package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;

/** A published segmentation of an image; zarr and digest are null unless the image is open. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublishedLabel(String labelId, String name, URI zarr, String digest, String dtype) {}
