package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * An image set as published. Empty lists and a null license are inherited from the data set.
 *
 * @param rembi how its images were made; never null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublishedImageSet(
        String name,
        List<TermReference> organisms,
        List<TermReference> imagingMethods,
        List<TermReference> terms,
        String license,
        int imageCount,
        Rembi rembi) {
    public PublishedImageSet {
        organisms = Components.list(organisms);
        imagingMethods = Components.list(imagingMethods);
        terms = Components.list(terms);
        rembi = rembi == null ? Rembi.NONE : rembi;
    }

    /** An image set of which nobody told how its images were made. */
    public PublishedImageSet(
            String name,
            List<TermReference> organisms,
            List<TermReference> imagingMethods,
            List<TermReference> terms,
            String license,
            int imageCount) {
        this(name, organisms, imagingMethods, terms, license, imageCount, null);
    }
}
