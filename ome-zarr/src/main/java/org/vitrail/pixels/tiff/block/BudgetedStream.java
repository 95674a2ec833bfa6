package org.vitrail.pixels.tiff.block;

import java.io.EOFException;
import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A stream over bytes in memory that throws at its end, and when it was read over too often: jj2000 takes −1 at the end for bits and
 * goes on with them.
 */
final class BudgetedStream extends ImageInputStreamImpl {

    private static final int ROUNDS = 16;

    private final byte[] bytes;
    private final int start;
    private long left;

    BudgetedStream(byte[] bytes, int start) {
        this.bytes = bytes;
        this.start = start;
        this.left = (long) ROUNDS * bytes.length + 65_536;
    }

    @Override
    public long length() {
        return bytes.length - start;
    }

    @Override
    public int read() throws IOException {
        checkBitOffset();
        spend(1);
        return bytes[(int) (start + streamPos++)] & 0xff;
    }

    @Override
    public int read(byte[] destination, int offset, int length) throws IOException {
        checkBitOffset();
        if (length == 0) {
            return 0;
        }
        spend(1);
        int count = (int) Math.min(length, length() - streamPos);
        System.arraycopy(bytes, (int) (start + streamPos), destination, offset, count);
        left -= count;
        streamPos += count;
        return count;
    }

    private void checkBitOffset() throws IOException {
        checkClosed();
        bitOffset = 0;
    }

    private void spend(int count) throws EOFException {
        left -= count;
        if (streamPos >= length() || left < 0) {
            throw new EOFException(left < 0 ? "it makes the decoder read in circles" : "it ends too early");
        }
    }
}
