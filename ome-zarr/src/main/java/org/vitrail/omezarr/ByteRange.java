package org.vitrail.omezarr;

import java.util.Arrays;

/**
 * Part of an object as HTTP asks for it. RFC 9110 §14.1.2.
 *
 * @param offset of the first byte; −1 for the last bytes of the object
 * @param length in bytes, at least 1
 */
record ByteRange(long offset, int length) {

    /** The last bytes of an object. */
    static ByteRange last(int length) {
        return new ByteRange(-1, length);
    }

    /** Value of the header {@code Range}. */
    String header() {
        return offset < 0 ? "bytes=-" + length : "bytes=" + offset + "-" + (offset + length - 1);
    }

    /** The part of a whole object, shorter where that ends before. */
    byte[] of(byte[] whole) {
        int from = (int) (offset < 0 ? Math.max(0, whole.length - length) : Math.min(offset, whole.length));
        return Arrays.copyOfRange(whole, from, (int) Math.min(whole.length, (long) from + length));
    }
}
