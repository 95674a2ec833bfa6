package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What was alive: REMBI, "Biosample". The organism stands on the image set.
 *
 * @param biologicalEntity tissue, cell line or molecule that was imaged
 * @param intrinsicVariables of its own, as a genotype
 * @param extrinsicVariables added from outside, as a treatment
 * @param experimentalVariables what was varied on purpose, as the time after the treatment
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Biosample(
        TermReference biologicalEntity,
        String description,
        List<Variable> intrinsicVariables,
        List<Variable> extrinsicVariables,
        List<Variable> experimentalVariables) {
    public Biosample {
        intrinsicVariables = Components.list(intrinsicVariables);
        extrinsicVariables = Components.list(extrinsicVariables);
        experimentalVariables = Components.list(experimentalVariables);
    }
}
