package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;

/** Edge lengths of a pixel in micrometer; null where unknown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PixelSize(Double x, Double y, Double z) {}
