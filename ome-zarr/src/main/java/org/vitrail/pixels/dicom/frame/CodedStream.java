package org.vitrail.pixels.dicom.frame;

import java.io.EOFException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A frame's bytes for a decoder that takes the −1 at the end for bits and would read on for ever: here the end is an exception, and one
 * that it cannot catch when it comes back too often.
 */
final class CodedStream extends ImageInputStreamImpl {

    private static final int MOST_ENDS = 10_000;

    private final byte[] bytes;
    private int ends;

    CodedStream(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() throws EOFException {
        bitOffset = 0;
        if (streamPos >= bytes.length) {
            throw end();
        }
        return bytes[(int) streamPos++] & 0xff;
    }

    @Override
    public int read(byte[] destination, int from, int length) throws EOFException {
        bitOffset = 0;
        if (streamPos >= bytes.length && length > 0) {
            throw end();
        }
        int got = (int) Math.min(length, bytes.length - streamPos);
        System.arraycopy(bytes, (int) streamPos, destination, from, got);
        streamPos += got;
        return got;
    }

    @Override
    public long length() {
        return bytes.length;
    }

    private EOFException end() {
        if (++ends > MOST_ENDS) {
            throw new IllegalStateException("it reads beyond its end again and again");
        }
        return new EOFException("it is cut off");
    }
}
