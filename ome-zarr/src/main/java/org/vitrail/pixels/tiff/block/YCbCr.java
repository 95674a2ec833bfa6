package org.vitrail.pixels.tiff.block;

/** From luma and chroma to red, green and blue, as JFIF 1.02 defines it (ITU-R BT.601, full range), with libjpeg's rounding. */
final class YCbCr {

    private static final int HALF = 1 << 15;
    private static final int RED_CR = fixed(1.40200);
    private static final int BLUE_CB = fixed(1.77200);
    private static final int GREEN_CB = fixed(0.34414);
    private static final int GREEN_CR = fixed(0.71414);

    private YCbCr() {}

    private static int fixed(double factor) {
        return (int) (factor * 65536 + 0.5);
    }

    /** Replaces triples of bytes in place. */
    static void toRgb(byte[] samples) {
        for (int i = 0; i + 2 < samples.length; i += 3) {
            int y = samples[i] & 0xff;
            int cb = (samples[i + 1] & 0xff) - 128;
            int cr = (samples[i + 2] & 0xff) - 128;
            samples[i] = clamped(y + (RED_CR * cr + HALF >> 16));
            samples[i + 1] = clamped(y + (HALF - GREEN_CB * cb - GREEN_CR * cr >> 16));
            samples[i + 2] = clamped(y + (BLUE_CB * cb + HALF >> 16));
        }
    }

    private static byte clamped(int value) {
        return (byte) Math.max(0, Math.min(255, value));
    }
}
