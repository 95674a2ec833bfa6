package org.vitrail.pixels.dicom.frame;

/** Brings the bits that are stored to the low end of a sample, and spreads the sign. PS3.5 §8.1.1. */
final class StoredBits {

    private StoredBits() {}

    /** Changes little-endian samples in place. */
    static void align(PixelLayout layout, byte[] samples, int from, int count) {
        if (!layout.isMasked()) {
            return;
        }
        int bytes = layout.type().bytes();
        int shift = 64 - layout.highBit() - 1;
        int unshift = 64 - layout.bitsStored();
        for (int i = 0; i < count; i++) {
            int at = from + i * bytes;
            long value = 0;
            for (int b = 0; b < bytes; b++) {
                value |= (samples[at + b] & 0xffL) << (8 * b);
            }
            value <<= shift;
            value = layout.type().isSigned() ? value >> unshift : value >>> unshift;
            for (int b = 0; b < bytes; b++) {
                samples[at + b] = (byte) (value >>> (8 * b));
            }
        }
    }
}
