package org.vitrail.pixels.hdf5;

import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The data sets of a file that were used last, and blocks of them, both within bounds that do not depend on the file: an index of chunks
 * is kept up to a million chunks in all, decoded blocks up to 64 MiB or an eighth of the heap. Safe for several threads.
 */
final class OpenDatasets {

    private static final long MOST_CHUNKS = 1_000_000;
    private static final int MOST_DATASETS = 64;

    private record Key(String path, String block) {}

    private static final class Slot {
        private byte[] bytes;
    }

    private final Hdf5File file;
    private final long mostBytes = Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 8);
    private final Map<String, OpenDataset> datasets = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Key, Slot> blocks = new LinkedHashMap<>(16, 0.75f, true);
    private long chunks;
    private long bytes;

    OpenDatasets(Hdf5File file) {
        this.file = file;
    }

    Hdf5File file() {
        return file;
    }

    /** Opens a data set, or has it still. */
    OpenDataset get(String path) {
        synchronized (datasets) {
            OpenDataset found = datasets.get(path);
            if (found == null) {
                found = OpenDataset.open(file, path);
                datasets.put(path, found);
                chunks += found.chunks();
                Iterator<OpenDataset> oldest = datasets.values().iterator();
                while ((chunks > MOST_CHUNKS || datasets.size() > MOST_DATASETS) && datasets.size() > 1) {
                    chunks -= oldest.next().chunks();
                    oldest.remove();
                }
            }
            return found;
        }
    }

    /** A decoded block; shared, so callers don't change it. Made once even when several threads ask. */
    byte[] block(String path, OpenDataset dataset, long[] grid) throws IOException {
        Key key = new Key(path, Arrays.toString(grid));
        Slot slot;
        synchronized (blocks) {
            slot = blocks.computeIfAbsent(key, absent -> new Slot());
        }
        synchronized (slot) {
            if (slot.bytes == null) {
                slot.bytes = dataset.blocks().read(grid);
                keep(key, slot);
            }
            return slot.bytes;
        }
    }

    private void keep(Key key, Slot slot) {
        synchronized (blocks) {
            if (blocks.get(key) != slot) {
                return;
            }
            bytes += slot.bytes.length;
            Iterator<Slot> oldest = blocks.values().iterator();
            while (bytes > mostBytes && blocks.size() > 1) {
                Slot one = oldest.next();
                if (one != slot) {
                    // a slot that another thread is still filling has no bytes yet, and is not counted either
                    bytes -= one.bytes == null ? 0 : one.bytes.length;
                    oldest.remove();
                }
            }
        }
    }
}
