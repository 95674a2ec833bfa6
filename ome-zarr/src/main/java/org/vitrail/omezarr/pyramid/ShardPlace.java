package org.vitrail.omezarr.pyramid;

/**
 * Which shard.
 *
 * @param level its scale level
 * @param t number of the shard along t; likewise c, z, y, x
 */
public record ShardPlace(LevelPlan level, long t, int c, long z, long y, long x) {

    /** Numbers along t, c, z, y, x. */
    public long[] indices() {
        return new long[] {t, c, z, y, x};
    }
}
