package org.vitrail.pixels.tiff.page;

import java.nio.ByteOrder;

/** Byte order and predictors of decoded blocks. TIFF 6.0 §14; Adobe TIFF Technical Note 3 (floating point). */
final class Predictors {

    private Predictors() {}

    /** Turns a decoded block of whole-byte samples into plain little-endian ones, in place. */
    static void undo(byte[] block, PageLayout layout, int rows, ByteOrder order) {
        int bytes = layout.stored().bytes();
        if (layout.predictor() == 3) {
            undoFloatingPoint(block, layout, rows);
            return;
        }
        if (order == ByteOrder.BIG_ENDIAN) {
            swap(block, 0, block.length, bytes);
        }
        if (layout.predictor() == 2) {
            int row = layout.blockWidth() * layout.blockSamples();
            for (int y = 0; y < rows; y++) {
                addUp(block, y * row * bytes, row, layout.blockSamples(), bytes);
            }
        }
    }

    /** Reverses the bits of each byte: FillOrder 2. TIFF 6.0 §8. */
    static void reverseBits(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (Integer.reverse(bytes[i]) >>> 24);
        }
    }

    /** Reverses the bytes of each sample. */
    static void swap(byte[] block, int from, int length, int bytes) {
        for (int at = from; at < from + length; at += bytes) {
            for (int i = at, j = at + bytes - 1; i < j; i++, j--) {
                byte kept = block[i];
                block[i] = block[j];
                block[j] = kept;
            }
        }
    }

    /** Little-endian addition with carry, sample by sample. */
    private static void addUp(byte[] block, int start, int samples, int step, int bytes) {
        for (int i = step; i < samples; i++) {
            int at = start + i * bytes;
            int before = at - step * bytes;
            int carry = 0;
            for (int b = 0; b < bytes; b++) {
                int sum = (block[at + b] & 0xff) + (block[before + b] & 0xff) + carry;
                block[at + b] = (byte) sum;
                carry = sum >>> 8;
            }
        }
    }

    private static void undoFloatingPoint(byte[] block, PageLayout layout, int rows) {
        int bytes = layout.stored().bytes();
        int samples = layout.blockWidth() * layout.blockSamples();
        byte[] row = new byte[samples * bytes];
        for (int y = 0; y < rows; y++) {
            int start = y * row.length;
            for (int i = layout.blockSamples(); i < row.length; i++) {
                block[start + i] += block[start + i - layout.blockSamples()];
            }
            System.arraycopy(block, start, row, 0, row.length);
            for (int i = 0; i < samples; i++) {
                for (int b = 0; b < bytes; b++) {
                    block[start + i * bytes + bytes - 1 - b] = row[b * samples + i];
                }
            }
        }
    }
}
