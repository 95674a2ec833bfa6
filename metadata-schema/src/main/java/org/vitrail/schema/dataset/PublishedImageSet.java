package org.vitrail.schema.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** An image set as published. Empty lists and a null license are inherited from the data set. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublishedImageSet(
        String name,
        List<TermReference> organisms,
        List<TermReference> imagingMethods,
        List<TermReference> terms,
        String license,
        int imageCount) {
    public PublishedImageSet {
        organisms = Components.list(organisms);
        imagingMethods = Components.list(imagingMethods);
        terms = Components.list(terms);
    }
}
