package org.vitrail.pixels.dicom.frame;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The frames that were decoded last, up to a number of bytes, so that neighboring regions do not decode a frame again. */
public final class FrameCache {

    private final long mostBytes;
    private final Map<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long held;

    /** Keeps at most so many bytes, or one frame where that is larger. */
    public FrameCache(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    record Key(Object frames, int frame) {}

    private static final class Entry {
        private byte[] bytes;
        private long counted;
    }

    /** Makes a frame's samples. */
    interface Decoder {
        byte[] decode() throws IOException;
    }

    /** The frame, decoded once even when several threads ask. The array is shared: callers don't change it. */
    byte[] get(Key key, Decoder decoder) throws IOException {
        Entry entry;
        synchronized (this) {
            entry = entries.computeIfAbsent(key, absent -> new Entry());
        }
        synchronized (entry) {
            if (entry.bytes == null) {
                entry.bytes = decodeOrForget(key, entry, decoder);
                keep(key, entry);
            }
            return entry.bytes;
        }
    }

    private byte[] decodeOrForget(Key key, Entry entry, Decoder decoder) throws IOException {
        try {
            return decoder.decode();
        } catch (IOException | RuntimeException failed) {
            synchronized (this) {
                entries.remove(key, entry);
            }
            throw failed;
        }
    }

    private synchronized void keep(Key key, Entry entry) {
        if (entries.get(key) != entry) {
            return;
        }
        entry.counted = entry.bytes.length;
        held += entry.counted;
        var oldest = entries.values().iterator();
        while (held > mostBytes && oldest.hasNext()) {
            Entry old = oldest.next();
            if (old != entry && old.counted > 0) {
                held -= old.counted;
                oldest.remove();
            }
        }
    }
}
