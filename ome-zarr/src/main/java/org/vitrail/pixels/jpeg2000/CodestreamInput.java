package org.vitrail.pixels.jpeg2000;

import java.io.EOFException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A codestream's bytes for a decoder that takes the −1 at the end for bits and would read on for ever: here the end is an exception, and
 * one that it cannot catch when it comes back too often. Reading all of it many times over is an end, too.
 */
final class CodestreamInput extends ImageInputStreamImpl {

    private static final int MOST_ENDS = 10_000;
    private static final int ROUNDS = 16;

    private final byte[] bytes;
    private final int start;
    private long left;
    private int ends;

    CodestreamInput(byte[] bytes, int start) {
        this.bytes = bytes;
        this.start = start;
        this.left = (long) ROUNDS * bytes.length + 65_536;
    }

    @Override
    public int read() throws EOFException {
        bitOffset = 0;
        spend(1);
        return bytes[(int) (start + streamPos++)] & 0xff;
    }

    @Override
    public int read(byte[] destination, int from, int length) throws EOFException {
        bitOffset = 0;
        if (length == 0) {
            return 0;
        }
        int got = (int) Math.min(length, length() - streamPos);
        spend(Math.max(1, got));
        System.arraycopy(bytes, (int) (start + streamPos), destination, from, got);
        streamPos += got;
        return got;
    }

    @Override
    public long length() {
        return bytes.length - start;
    }

    private void spend(int count) throws EOFException {
        left -= count;
        if (streamPos < length() && left >= 0) {
            return;
        }
        if (++ends > MOST_ENDS) {
            throw new IllegalStateException("it reads beyond its end again and again");
        }
        throw new EOFException(left < 0 ? "it makes the decoder read in circles" : "it is cut off");
    }
}
