package org.vitrail.pixels;

import java.util.Objects;
import org.vitrail.pixels.identity.IdentityText;

/**
 * A segmentation that a source carries for one of its images.
 *
 * @param name as the source has it; different for each label image of one image
 * @param pixels ids of objects, 0 for none; closed with the image
 */
public record LabelImage(String name, PixelSource pixels) {

    /** Refuses null, and masks what in the name reveals a person. */
    public LabelImage {
        name = IdentityText.masked(Objects.requireNonNull(name, "name"));
        Objects.requireNonNull(pixels, "pixels");
    }
}
