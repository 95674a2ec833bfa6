package org.vitrail.omezarr.pyramid;

import java.io.IOException;
import java.util.Optional;

/** Takes finished shards, one at a time, in an order that is the same at every run; may know some from a run that died. */
public interface ShardStore {

    /** @param chunks encoded, along t, z, y, x of the shard in C order; null for those that are all zero, the fill value */
    void take(ShardPlace place, byte[][] chunks) throws IOException;

    /** True when an earlier run has stored that shard: it is not taken again. */
    default boolean has(ShardPlace place) {
        return false;
    }

    /**
     * Chunks of a shard of full resolution that {@link #has} knows, as they were taken.
     *
     * @return empty when it is not there any more, or damaged; it is made again then
     */
    default Optional<byte[][]> find(ShardPlace place) throws IOException {
        return Optional.empty();
    }
}
