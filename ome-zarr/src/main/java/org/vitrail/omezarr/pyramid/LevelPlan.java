package org.vitrail.omezarr.pyramid;

/**
 * How one scale level is cut in z, y and x.
 *
 * @param number 0 for full resolution
 * @param depth sections
 * @param height rows
 * @param width columns
 * @param chunkHeight rows of an inner chunk, which is one section thin
 * @param chunkWidth columns of an inner chunk
 * @param shardDepth sections of a shard
 * @param shardHeight rows of a shard, a multiple of the chunk's
 * @param shardWidth columns of a shard, a multiple of the chunk's
 * @param factorZ sections of full resolution in one section
 * @param factorY rows of full resolution in one row
 * @param factorX columns of full resolution in one column
 */
public record LevelPlan(
        int number,
        long depth,
        long height,
        long width,
        int chunkHeight,
        int chunkWidth,
        int shardDepth,
        int shardHeight,
        int shardWidth,
        long factorZ,
        long factorY,
        long factorX) {

    long shardsDeep() {
        return (depth + shardDepth - 1) / shardDepth;
    }

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

    /** Sections of the shard with that number that are inside the image. */
    int sectionsIn(long shardZ) {
        return (int) Math.min(shardDepth, depth - shardZ * shardDepth);
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
