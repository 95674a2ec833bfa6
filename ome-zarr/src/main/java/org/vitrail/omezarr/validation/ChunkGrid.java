package org.vitrail.omezarr.validation;

import java.util.Arrays;
import org.vitrail.omezarr.ngff.ArrayMetadata;

/** Keys of an array's stored objects. Zarr v3 core §chunk-key-encoding; Zarr v2 §storing-chunks. */
final class ChunkGrid {

    private final ArrayMetadata array;
    private final long[] counts;
    private final String prefix;

    /** @param path of the array below the root */
    ChunkGrid(String path, ArrayMetadata array) {
        this.array = array;
        this.prefix = path + "/" + (array.v2Keys() ? "" : "c" + array.separator());
        this.counts = new long[array.shape().length];
        Arrays.setAll(counts, i -> (array.shape()[i] - 1) / array.gridShape()[i] + 1);
    }

    /** Number of places for objects. */
    double places() {
        return Arrays.stream(counts).asDoubleStream().reduce(1, (a, b) -> a * b);
    }

    /** True when the key is that of a chunk or shard. */
    boolean has(String key) {
        if (!key.startsWith(prefix)) {
            return false;
        }
        String[] parts = key.substring(prefix.length()).split(array.separator().equals(".") ? "\\." : "/", -1);
        if (parts.length != counts.length) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].matches("0|[1-9][0-9]{0,17}") || Long.parseLong(parts[i]) >= counts[i]) {
                return false;
            }
        }
        return true;
    }

    /** Key of the object at a place in C order. */
    String key(long number) {
        String[] parts = new String[counts.length];
        long left = number;
        for (int i = counts.length - 1; i >= 0; i--) {
            parts[i] = Long.toString(left % counts[i]);
            left /= counts[i];
        }
        return prefix + String.join(array.separator(), parts);
    }
}
