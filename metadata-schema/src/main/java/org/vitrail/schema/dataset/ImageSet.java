package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Images taken alike (REMBI study component). Empty lists and a null license are inherited from the data set.
 *
 * @param fileList a table that lists further images, relative like a file; null once it is read
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
        List<ImageDescription> images,
        String fileList) {
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
        this(name, organisms, imagingMethods, terms, license, null, null, null, null, null, images, null);
    }

    /** How the images were made. */
    public Rembi rembi() {
        return new Rembi(biosample, specimen, acquisition, correlation, analyzedData);
    }

    /** The same set with other images, and no list that is yet to be read. */
    public ImageSet withImages(List<ImageDescription> others) {
        return with(organisms, imagingMethods, terms, others);
    }

    /** The same set with the images of a list, and its organisms, methods and terms where it has some. */
    public ImageSet filledWith(ImageSet listed) {
        return with(
                listed.organisms.isEmpty() ? organisms : listed.organisms,
                listed.imagingMethods.isEmpty() ? imagingMethods : listed.imagingMethods,
                listed.terms.isEmpty() ? terms : listed.terms,
                listed.images);
    }

    private ImageSet with(
            List<TermReference> otherOrganisms,
            List<TermReference> otherMethods,
            List<TermReference> otherTerms,
            List<ImageDescription> otherImages) {
        return new ImageSet(
                name,
                otherOrganisms,
                otherMethods,
                otherTerms,
                license,
                biosample,
                specimen,
                acquisition,
                correlation,
                analyzedData,
                otherImages,
                null);
    }
}
