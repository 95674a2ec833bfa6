package org.vitrail.pixels.tiff.page;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.vitrail.pixels.tiff.file.TiffFile;

/** The blocks decoded last, up to a number of bytes, so that neighbouring regions don't decode a wide strip again. */
public final class BlockCache {

    private final long mostBytes;
    private final Map<Key, Entry> entries = new HashMap<>();
    private final ArrayDeque<Key> oldestFirst = new ArrayDeque<>();
    private long held;

    /** Empty. @param mostBytes decoded bytes that are held at a time */
    public BlockCache(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    record Key(TiffFile file, long directory, long block) {}

    private static final class Entry {
        private byte[] bytes;
    }

    /** Makes a block's bytes. */
    interface Decoder {
        byte[] decode() throws IOException;
    }

    /** The block, decoded once even when several threads ask. The array is shared: callers don't change it. */
    byte[] get(Key key, Decoder decoder) throws IOException {
        Entry entry;
        synchronized (this) {
            entry = entries.computeIfAbsent(key, absent -> new Entry());
        }
        synchronized (entry) {
            if (entry.bytes == null) {
                try {
                    entry.bytes = decoder.decode();
                } finally {
                    keep(key, entry);
                }
            }
            return entry.bytes;
        }
    }

    private synchronized void keep(Key key, Entry entry) {
        if (entries.get(key) != entry) {
            return;
        }
        if (entry.bytes == null) {
            entries.remove(key); // it could not be decoded
            return;
        }
        oldestFirst.addLast(key);
        held += entry.bytes.length;
        while (held > mostBytes && oldestFirst.size() > 1) {
            held -= entries.remove(oldestFirst.removeFirst()).bytes.length;
        }
    }
}
