package org.vitrail.pixels;

import java.util.Objects;

/**
 * A segmentation that a source carries for one of its images.
 *
 * @param name as the source has it; different for each label image of one image
 * @param pixels ids of objects, 0 for none; closed with the image
 */
public record LabelImage(String name, PixelSource pixels) {

    /** Refuses null. */
    public LabelImage {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(pixels, "pixels");
    }
}
