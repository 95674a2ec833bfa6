package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How images of a set were made, in the blocks of the Recommended Metadata for Biological Images (Sarkans et al. 2021). Each is
 * null where nothing is said of it.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Rembi(
        Biosample biosample,
        Specimen specimen,
        Acquisition acquisition,
        Correlation correlation,
        List<AnalyzedData> analyzedData) {
    public Rembi {
        analyzedData = Components.list(analyzedData);
    }

    /** Of an image set that says nothing of it. */
    public static final Rembi NONE = new Rembi(null, null, null, null, null);

    /** The instrument that took the images; empty when none is named. */
    public Optional<Instrument> findInstrument() {
        return Optional.ofNullable(acquisition).map(Acquisition::instrument);
    }

    /** All variables of the biosample, intrinsic ones first. */
    public List<Variable> variables() {
        return biosample == null
                ? List.of()
                : Stream.of(
                                biosample.intrinsicVariables(),
                                biosample.extrinsicVariables(),
                                biosample.experimentalVariables())
                        .flatMap(List::stream)
                        .toList();
    }
}
