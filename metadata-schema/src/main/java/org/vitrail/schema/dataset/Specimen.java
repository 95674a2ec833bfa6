package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What was put under the instrument: REMBI, "Specimen".
 *
 * @param locationInBiosample which part of the biosample it is, in words
 * @param preparation how it was made ready for imaging
 * @param signalContrastMechanism how the contrast arises, as fluorescence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Specimen(
        ExperimentalStatus experimentalStatus,
        String locationInBiosample,
        String preparation,
        TermReference signalContrastMechanism,
        String growthProtocol) {}
