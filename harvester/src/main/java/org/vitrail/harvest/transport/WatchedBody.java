package org.vitrail.harvest.transport;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * An answer's body that does not wait for ever: the HTTP client's own timeout ends with the headers. Only time spent
 * waiting for bytes counts, not the reader's own.
 */
final class WatchedBody extends FilterInputStream {

    private final long longestReadNanos;
    private final long longestSumNanos;
    private final ScheduledFuture<?> watch;
    private volatile long readingSince;
    private volatile boolean stalled;
    private long waitedNanos;

    /**
     * @param piece longest wait between two pieces
     * @param whole longest wait for the whole body
     */
    WatchedBody(InputStream body, Duration piece, Duration whole, ScheduledExecutorService watchman) {
        super(body);
        this.longestReadNanos = piece.toNanos();
        this.longestSumNanos = whole.toNanos();
        long every = Math.clamp(longestReadNanos / 4, 1_000_000L, 1_000_000_000L);
        this.watch = watchman.scheduleWithFixedDelay(this::look, every, every, TimeUnit.NANOSECONDS);
    }

    private void look() {
        long since = readingSince;
        if (since != 0 && System.nanoTime() - since > longestReadNanos) {
            stalled = true;
            closeQuietly();
        }
    }

    private void closeQuietly() {
        try {
            in.close();
        } catch (IOException e) {
            // the reader learns of it by its own exception
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        long start = System.nanoTime() | 1;
        readingSince = start;
        try {
            int count = in.read(bytes, offset, length);
            if (stalled) {
                throw stall();
            }
            return count;
        } catch (IOException e) {
            throw stalled ? stall() : e;
        } finally {
            readingSince = 0;
            waitedNanos += System.nanoTime() - start;
            if (waitedNanos > longestSumNanos) {
                stalled = true;
                closeQuietly();
            }
        }
    }

    private static IOException stall() {
        return new IOException("the server stopped sending in the middle of its answer");
    }

    @Override
    public void close() throws IOException {
        watch.cancel(false);
        super.close();
    }
}
