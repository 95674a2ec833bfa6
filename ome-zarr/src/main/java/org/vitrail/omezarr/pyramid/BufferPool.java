package org.vitrail.omezarr.pyramid;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Arrays used again and again by the tiles in work; as many of each length as there are threads. */
final class BufferPool {

    private final Map<Integer, ConcurrentLinkedQueue<byte[]>> free = new ConcurrentHashMap<>();

    /** An array of exactly that length, with anything in it. */
    byte[] take(int length) {
        byte[] buffer = queue(length).poll();
        return buffer != null ? buffer : new byte[length];
    }

    void giveBack(byte[] buffer) {
        queue(buffer.length).add(buffer);
    }

    private ConcurrentLinkedQueue<byte[]> queue(int length) {
        return free.computeIfAbsent(length, absent -> new ConcurrentLinkedQueue<>());
    }
}
