package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * How an annotation was made: MIFA (Zulueta-Coarasa et al. 2023).
 *
 * @param criteria the rules that annotators followed
 * @param coverage which images, and how much of them, are annotated
 * @param confidence how far it can be trusted, and how that is known
 * @param license null means the image's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Annotation(
        AnnotationType type,
        String method,
        String criteria,
        String coverage,
        String confidence,
        List<Agent> creators,
        String version,
        String license) {
    public Annotation {
        creators = Components.list(creators);
    }
}
