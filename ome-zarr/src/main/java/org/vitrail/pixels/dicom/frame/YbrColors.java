package org.vitrail.pixels.dicom.frame;

/** Turns luminance and color differences of 8 bits into red, green and blue. PS3.3 §C.7.6.3.1.2, rounded as ITU-T T.871 §7 has it. */
final class YbrColors {

    private static final int ONE = 1 << 16;
    private static final int RED = (int) Math.round(1.402 * ONE);
    private static final int BLUE = (int) Math.round(1.772 * ONE);
    private static final int GREEN_BY_BLUE = (int) Math.round(0.344136286 * ONE);
    private static final int GREEN_BY_RED = (int) Math.round(0.714136286 * ONE);

    private YbrColors() {}

    /** Red, green or blue of a pixel, for sample 0, 1 or 2. */
    static byte sample(int sample, int y, int cb, int cr) {
        int value = switch (sample) {
            case 0 -> y + (RED * (cr - 128) + ONE / 2 >> 16);
            case 1 -> y + (-GREEN_BY_BLUE * (cb - 128) - GREEN_BY_RED * (cr - 128) + ONE / 2 >> 16);
            default -> y + (BLUE * (cb - 128) + ONE / 2 >> 16);
        };
        return (byte) Math.max(0, Math.min(255, value));
    }

    /** Changes three planes of 8 bits that lie one after the other, in place. */
    static void convertPlanes(byte[] planes) {
        int size = planes.length / 3;
        for (int i = 0; i < size; i++) {
            int y = planes[i] & 0xff;
            int cb = planes[size + i] & 0xff;
            int cr = planes[2 * size + i] & 0xff;
            planes[i] = sample(0, y, cb, cr);
            planes[size + i] = sample(1, y, cb, cr);
            planes[2 * size + i] = sample(2, y, cb, cr);
        }
    }
}
