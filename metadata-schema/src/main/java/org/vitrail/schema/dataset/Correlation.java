package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * How images of several instruments lie on each other: REMBI, "Image correlation".
 *
 * @param relatedImages accessions, identifiers or addresses of the other images
 * @param transformation row by row, 2 × 3, 3 × 3, 3 × 4 or 4 × 4 numbers, from these images to the others; empty if unknown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Correlation(
        List<String> relatedImages, String alignmentMethod, String fiducials, List<Double> transformation) {
    public Correlation {
        relatedImages = Components.list(relatedImages);
        transformation = Components.list(transformation);
    }
}
