package org.vitrail.omezarr;

/**
 * Distance of neighbouring pixels in micrometer; null where unknown.
 *
 * @param x along a row
 * @param y along a column
 * @param z from section to section
 */
public record PixelSpacing(Double x, Double y, Double z) {

    /** Nothing known. */
    public static final PixelSpacing UNKNOWN = new PixelSpacing(null, null, null);

    /** Refuses what is not a positive number. */
    public PixelSpacing {
        check(x);
        check(y);
        check(z);
    }

    /** This, with what is unknown taken from another. */
    public PixelSpacing orElse(PixelSpacing other) {
        return new PixelSpacing(x != null ? x : other.x, y != null ? y : other.y, z != null ? z : other.z);
    }

    /** z, y and x; null unless all three are known. */
    double[] zyx() {
        return x == null || y == null || z == null ? null : new double[] {z, y, x};
    }

    private static void check(Double size) {
        if (size != null && !(size > 0 && Double.isFinite(size))) {
            throw new IllegalArgumentException("A pixel size is a positive number of micrometer, not " + size);
        }
    }
}
