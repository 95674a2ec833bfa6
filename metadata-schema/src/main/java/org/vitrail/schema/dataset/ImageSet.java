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
        List<ImageDescription> images,
        String fileList) {
    public ImageSet {
        organisms = Components.list(organisms);
        imagingMethods = Components.list(imagingMethods);
        terms = Components.list(terms);
        images = Components.list(images);
    }

    /** A set of images from a list. */
    public static ImageSet listed(
            String name,
            List<TermReference> organisms,
            List<TermReference> imagingMethods,
            List<TermReference> terms,
            List<ImageDescription> images) {
        return new ImageSet(name, organisms, imagingMethods, terms, null, images, null);
    }

    /** The same set with other images, and no list that is yet to be read. */
    public ImageSet withImages(List<ImageDescription> other) {
        return new ImageSet(name, organisms, imagingMethods, terms, license, other, null);
    }

    /** The same set with the images of a list, and its organisms, methods and terms where it has some. */
    public ImageSet filledWith(ImageSet listed) {
        return new ImageSet(
                name,
                listed.organisms.isEmpty() ? organisms : listed.organisms,
                listed.imagingMethods.isEmpty() ? imagingMethods : listed.imagingMethods,
                listed.terms.isEmpty() ? terms : listed.terms,
                license,
                listed.images,
                null);
    }
}
