package org.vitrail.omezarr.pyramid;

/**
 * Samples of one shard that are inside the image: planes t, z one behind the other, rows without padding.
 *
 * @param bytes little-endian samples; longer than needed at the image's edges
 * @param z first section in the level
 * @param y first row in the level
 * @param x first column in the level
 * @param depth sections
 * @param height rows
 * @param width columns
 */
record Block(byte[] bytes, long z, long y, long x, int depth, int height, int width) {

    static Block of(byte[] bytes, LevelPlan level, ShardPlace place) {
        return new Block(
                bytes,
                place.z() * level.shardDepth(),
                place.y() * level.shardHeight(),
                place.x() * level.shardWidth(),
                level.sectionsIn(place.z()),
                level.rowsIn(place.y()),
                level.columnsIn(place.x()));
    }

    /** Place of a sample, counted in samples. @param t time point inside the shard; the others in the level */
    int offset(int t, long atZ, long atY, long atX) {
        return (int) ((((t * (long) depth + atZ - z) * height) + atY - y) * width + atX - x);
    }
}
