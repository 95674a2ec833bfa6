package org.vitrail.omezarr;

import java.util.Optional;
import org.vitrail.omezarr.shard.ShardIndex;

/**
 * What all arrays of one fileset keep together.
 *
 * @param indices of shards; an empty one says that there is no such shard
 * @param chunks decoded, where one chunk is read in several parts: thick ones, and those of which a part was asked
 */
record ChunkCaches(BoundedCache<Optional<ShardIndex>> indices, BoundedCache<byte[]> chunks) {

    private static final long INDEX_BYTES = 32L << 20;
    private static final long CHUNK_BYTES =
            Math.min(128L << 20, Runtime.getRuntime().maxMemory() / 8);

    static ChunkCaches create() {
        return new ChunkCaches(new BoundedCache<>(INDEX_BYTES), new BoundedCache<>(CHUNK_BYTES));
    }
}
