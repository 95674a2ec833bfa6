package org.vitrail.node.ingest;

import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;

/** What of a description has to agree with the pixels. */
final class PixelChecks {
    private PixelChecks() {}

    /** @throws RefusedImage when a label image does not lie on its image, or has no whole numbers */
    static void requireLabel(String name, PixelSource label, PixelShape image) {
        PixelShape shape = label.shape();
        boolean fits = shape.y() == image.y()
                && shape.x() == image.x()
                && (shape.z() == image.z() || shape.z() == 1)
                && (shape.t() == image.t() || shape.t() == 1)
                && shape.c() == 1;
        if (!fits) {
            throw new RefusedImage(
                    "The label image \"" + name + "\" is " + shape + ", its image is " + image
                            + ". Give a label image of the same size with one channel; if its pages mean something else, name its axes.");
        }
        if (label.type().isFloating()) {
            throw new RefusedImage("The label image \"" + name + "\" holds floating-point numbers ("
                    + label.type().numpyName() + "). Save it with whole numbers, one for each object.");
        }
    }

    /**
     * Compares digests.
     *
     * @param what is measured, for its depositor
     * @param described null where nothing is
     * @throws RefusedImage when they differ
     */
    static void requireDigest(String what, String described, String measured) {
        if (described != null && !described.equalsIgnoreCase(measured)) {
            throw new RefusedImage("The pixels of the " + what + " have the digest " + measured
                    + ", the description says " + described
                    + ". Either another file was uploaded, or the axes differ, or the description is wrong.");
        }
    }
}
