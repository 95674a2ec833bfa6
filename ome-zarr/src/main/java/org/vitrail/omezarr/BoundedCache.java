package org.vitrail.omezarr;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was used last, up to a number of bytes; shared by all arrays of a fileset. Safe for several threads. */
final class BoundedCache<V> {

    private record Sized<V>(V value, long bytes) {}

    private final long mostBytes;
    private final Map<String, Sized<V>> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long held;

    BoundedCache(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Null when it is not, or no longer, there. */
    synchronized V find(String key) {
        Sized<V> found = entries.get(key);
        return found == null ? null : found.value;
    }

    /** Nothing is kept that alone is larger than half of the cache. */
    synchronized void keep(String key, V value, long bytes) {
        if (bytes > mostBytes / 2) {
            return;
        }
        Sized<V> before = entries.put(key, new Sized<>(value, bytes));
        held += bytes - (before == null ? 0 : before.bytes);
        var oldest = entries.entrySet().iterator();
        while (held > mostBytes) {
            held -= oldest.next().getValue().bytes;
            oldest.remove();
        }
    }
}
