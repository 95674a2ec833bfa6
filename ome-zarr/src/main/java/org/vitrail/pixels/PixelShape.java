package org.vitrail.pixels;

/**
 * Sizes of an image along t, c, z, y and x; an axis that an image lacks has length 1.
 *
 * @param t time points, ≥ 1
 * @param c channels, or samples of an RGB image, ≥ 1
 * @param z optical sections, ≥ 1
 * @param y rows, ≥ 1
 * @param x columns, ≥ 1
 */
public record PixelShape(long t, int c, long z, long y, long x) {

    /** Refuses lengths below 1 and shapes whose number of pixels does not fit in 63 bits. */
    public PixelShape {
        if (t < 1 || c < 1 || z < 1 || y < 1 || x < 1) {
            throw new IllegalArgumentException("Every axis has a length of at least 1, not " + text(t, c, z, y, x));
        }
        try {
            Math.multiplyExact(Math.multiplyExact(Math.multiplyExact(t, c), z), Math.multiplyExact(y, x));
        } catch (ArithmeticException tooLarge) {
            throw new IllegalArgumentException("More pixels than can be counted: " + text(t, c, z, y, x), tooLarge);
        }
    }

    /** Number of samples. */
    public long pixels() {
        return planes() * y * x;
    }

    /** Number of yx planes, t·c·z. */
    public long planes() {
        return t * c * z;
    }

    /** {@code t×c×z×y×x}, with the letter x between the numbers, as the pixel digest's header has it. */
    @Override
    public String toString() {
        return text(t, c, z, y, x);
    }

    private static String text(long t, long c, long z, long y, long x) {
        return t + "x" + c + "x" + z + "x" + y + "x" + x;
    }
}
