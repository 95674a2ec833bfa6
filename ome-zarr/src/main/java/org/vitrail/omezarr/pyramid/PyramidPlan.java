package org.vitrail.omezarr.pyramid;

import java.util.ArrayList;
import java.util.List;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelType;

/**
 * Sizes of levels, chunks and shards, from the image's shape and type alone, so that they are the same at every run. Chunks are one
 * plane thin; a shard holds about 16 MiB of samples of one channel, of several z and t where planes are small.
 *
 * @param shape of full resolution
 * @param type of the samples
 * @param shardT time points in a shard
 * @param shardZ sections in a shard
 * @param levels full resolution first; the last is at most 256 pixels high and wide
 */
public record PyramidPlan(PixelShape shape, PixelType type, int shardT, int shardZ, List<LevelPlan> levels) {

    private static final long SHARD_BYTES = 16L << 20;
    private static final long MOST_CHUNKS = 1024;
    private static final int SMALLEST_LEVEL = 256;
    private static final int LARGE_PLANE = 1024;

    /** Copies the list. */
    public PyramidPlan {
        levels = List.copyOf(levels);
    }

    /** The plan for an image. */
    public static PyramidPlan of(PixelShape shape, PixelType type) {
        int chunkSide = Math.max(shape.y(), shape.x()) > LARGE_PLANE ? 512 : 256;
        int shardSide = 512;
        while (4L * shardSide * shardSide * type.bytes() <= SHARD_BYTES) {
            shardSide *= 2;
        }
        List<LevelPlan> levels = new ArrayList<>();
        long height = shape.y();
        long width = shape.x();
        long factorY = 1;
        long factorX = 1;
        levels.add(level(0, new long[] {height, width, 1, 1}, chunkSide, shardSide));
        while (Math.max(height, width) > SMALLEST_LEVEL) {
            factorY *= height > 1 ? 2 : 1;
            factorX *= width > 1 ? 2 : 1;
            height = (height + 1) / 2;
            width = (width + 1) / 2;
            levels.add(level(levels.size(), new long[] {height, width, factorY, factorX}, chunkSide, shardSide));
        }
        LevelPlan full = levels.get(0);
        long planeBytes = (long) full.shardHeight() * full.shardWidth() * type.bytes();
        long planes = Math.max(
                1, Math.min(SHARD_BYTES / planeBytes, MOST_CHUNKS / (full.chunksDown() * (long) full.chunksAcross())));
        int shardZ = (int) Math.min(shape.z(), planes);
        int shardT = shardZ == shape.z() ? (int) Math.min(shape.t(), planes / shardZ) : 1;
        return new PyramidPlan(shape, type, shardT, shardZ, levels);
    }

    private static LevelPlan level(int number, long[] sizes, int chunkSide, int shardSide) {
        int chunkHeight = (int) Math.min(chunkSide, sizes[0]);
        int chunkWidth = (int) Math.min(chunkSide, sizes[1]);
        int shardHeight = (int) Math.min(shardSide, (sizes[0] + chunkHeight - 1) / chunkHeight * chunkHeight);
        int shardWidth = (int) Math.min(shardSide, (sizes[1] + chunkWidth - 1) / chunkWidth * chunkWidth);
        return new LevelPlan(
                number, sizes[0], sizes[1], chunkHeight, chunkWidth, shardHeight, shardWidth, sizes[2], sizes[3]);
    }
}
