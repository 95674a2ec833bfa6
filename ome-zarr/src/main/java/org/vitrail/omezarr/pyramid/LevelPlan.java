package org.vitrail.omezarr.pyramid;

/**
 * How one scale level is cut in y and x.
 *
 * @param number 0 for full resolution
 * @param height rows
 * @param width columns
 * @param chunkHeight rows of an inner chunk
 * @param chunkWidth columns of an inner chunk
 * @param shardHeight rows of a shard, a multiple of the chunk's
 * @param shardWidth columns of a shard, a multiple of the chunk's
 * @param factorY rows of full resolution in one row
 * @param factorX columns of full resolution in one column
 */
public record LevelPlan(
        int number,
        long height,
        long width,
        int chunkHeight,
        int chunkWidth,
        int shardHeight,
        int shardWidth,
        long factorY,
        long factorX) {

    long shardsDown() {
        return (height + shardHeight - 1) / shardHeight;
    }

    long shardsAcross() {
        return (width + shardWidth - 1) / shardWidth;
    }

    int chunksDown() {
        return shardHeight / chunkHeight;
    }

    int chunksAcross() {
        return shardWidth / chunkWidth;
    }

    /** Rows of the shard with that number that are inside the image. */
    int rowsIn(long shardY) {
        return (int) Math.min(shardHeight, height - shardY * shardHeight);
    }

    /** Columns of the shard with that number that are inside the image. */
    int columnsIn(long shardX) {
        return (int) Math.min(shardWidth, width - shardX * shardWidth);
    }
}
