package org.vitrail.omezarr;

import java.io.IOException;
import java.util.Optional;

/**
 * Objects of a server that sends them whole although a part was asked for, which RFC 9110 §14.2 allows: fetched one at a time, and kept
 * in a bounded part of the memory. Safe for several threads.
 */
final class WholeObjects {

    /** Longest object that is fetched for a part of it. */
    static final int LONGEST_BYTES =
            (int) Math.min(128L << 20, Runtime.getRuntime().maxMemory() / 12);

    private final int longestBytes;
    private final BoundedCache<byte[]> kept;
    private volatile boolean needed;

    WholeObjects(int longestBytes) {
        this.longestBytes = longestBytes;
        // which keeps what takes half of it at most
        this.kept = new BoundedCache<>(2L * longestBytes + 1024);
    }

    /** Fetches an object; empty when there is none. */
    interface Fetching {
        Optional<byte[]> fetch() throws IOException, InterruptedException;
    }

    int longestBytes() {
        return longestBytes;
    }

    /** The server has sent a whole object for a part. */
    void need() {
        needed = true;
    }

    /** True when the server has once sent a whole object for a part: then it is no longer asked for parts. */
    boolean needed() {
        return needed;
    }

    /** The object, from memory where it is there. */
    synchronized Optional<byte[]> get(String key, Fetching fetching) throws IOException, InterruptedException {
        byte[] known = kept.find(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<byte[]> fetched = fetching.fetch();
        fetched.ifPresent(bytes -> kept.keep(key, bytes, 64L + bytes.length));
        return fetched;
    }
}
