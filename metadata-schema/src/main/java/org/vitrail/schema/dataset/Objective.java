package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The objective lens.
 *
 * @param magnification nominal, above 0
 * @param numericalAperture above 0, 2 at most
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Objective(Double magnification, Double numericalAperture, Immersion immersion) {}
