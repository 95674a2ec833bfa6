package org.vitrail.harvest.transport;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Ends with {@link PageTooLarge} beyond its limit, and tells how many bytes passed. */
final class BoundedStream extends FilterInputStream {

    private final long limitBytes;
    private final LongConsumer passed;
    private long count;

    BoundedStream(InputStream in, long limitBytes, LongConsumer passed) {
        super(in);
        this.limitBytes = limitBytes;
        this.passed = passed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = in.read(bytes, offset, length);
        if (n > 0) {
            count += n;
            passed.accept(n);
            if (count > limitBytes) {
                throw new PageTooLarge("the answer is longer than " + limitBytes + " bytes");
            }
        }
        return n;
    }
}
