package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How the images were taken: REMBI, "Image acquisition". The methods stand on the image set, pixel sizes in the files.
 *
 * @param calibratedBy accession, OAI identifier or DOI of a data set of beads or of a phantom from the same instrument
 * @param exposureMillisecond of one image, above 0
 * @param protocol settings in words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Acquisition(
        Instrument instrument, Objective objective, Double exposureMillisecond, String calibratedBy, String protocol) {}
