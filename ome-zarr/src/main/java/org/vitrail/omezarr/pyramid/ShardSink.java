package org.vitrail.omezarr.pyramid;

import java.io.IOException;

/** Takes finished shards, one at a time, in an order that is the same at every run. */
public interface ShardSink {

    /** @param place numbers of the shard along t, c, z, y, x */
    void take(LevelPlan level, long[] place, byte[] shard) throws IOException;
}
