package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Images taken alike (REMBI study component). Empty lists and a null license are inherited from the data set.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImageSet(
        String name,
        List<TermReference> organisms,
        List<TermReference> imagingMethods,
        List<TermReference> terms,
        String license,
        Biosample biosample,
        Specimen specimen,
        Acquisition acquisition,
        Correlation correlation,
        List<AnalyzedData> analyzedData,
        List<ImageDescription> images) {
    public ImageSet {
        organisms = Components.list(organisms);
        imagingMethods = Components.list(imagingMethods);
        terms = Components.list(terms);
        analyzedData = Components.list(analyzedData);
        images = Components.list(images);
    }

    /** An image set that does not say how its images were made. */
    public ImageSet(
            String name,
            List<TermReference> organisms,
            List<TermReference> imagingMethods,
            List<TermReference> terms,
            String license,
            List<ImageDescription> images) {
        this(name, organisms, imagingMethods, terms, license, null, null, null, null, null, images);
    }

    /** How the images were made. */
    public Rembi rembi() {
        return new Rembi(biosample, specimen, acquisition, correlation, analyzedData);
    }

    /** The same with these images in place of its own. */
    public ImageSet withImages(List<ImageDescription> others) {
        return new ImageSet(
                name,
                organisms,
                imagingMethods,
                terms,
                license,
                biosample,
                specimen,
                acquisition,
                correlation,
                analyzedData,
                others);
    }
}
