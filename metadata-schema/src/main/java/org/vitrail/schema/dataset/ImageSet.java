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
        List<ImageDescription> images) {
    public ImageSet {
        organisms = Components.list(organisms);
        imagingMethods = Components.list(imagingMethods);
        terms = Components.list(terms);
        images = Components.list(images);
    }
}
