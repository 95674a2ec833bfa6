package org.vitrail.omezarr.pyramid;

import java.util.ArrayList;
import java.util.List;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelType;

/**
 * Sizes of levels, chunks and shards, from the image's shape, type and spacing alone, so that they are the same at every run. Chunks
 * are one section thin; a shard holds about 16 MiB of samples of one channel, of several z and t where planes are small.
 *
 * @param shape of full resolution
 * @param type of the samples
 * @param shardT time points in a shard
 * @param levels full resolution first; the last is at most 256 pixels high and wide
 */
public record PyramidPlan(PixelShape shape, PixelType type, int shardT, List<LevelPlan> levels) {

    private static final long SHARD_BYTES = 16L << 20;
    private static final long MOST_CHUNKS = 1024;
    private static final int SMALLEST_LEVEL = 256;
    private static final int LARGE_PLANE = 1024;

    /** Copies the list. */
    public PyramidPlan {
        levels = List.copyOf(levels);
    }

    /**
     * The plan for an image.
     *
     * @param spacing distance of neighbouring samples along z, y and x in one unit; null where z is not comparable with y and x, which
     *     is never halved then
     */
    public static PyramidPlan of(PixelShape shape, PixelType type, double[] spacing) {
        List<Size> sizes = sizes(shape, spacing);
        boolean volume = sizes.get(sizes.size() - 1).factorZ > 1;
        int chunkSide = Math.max(shape.y(), shape.x()) > LARGE_PLANE ? 512 : 256;
        int shardSide = shardSide(type, volume);
        int rows = roundedUp(Math.min(shardSide, shape.y()), (int) Math.min(chunkSide, shape.y()));
        int columns = roundedUp(Math.min(shardSide, shape.x()), (int) Math.min(chunkSide, shape.x()));
        long chunksOfPlane = (long) (rows / Math.min(chunkSide, rows)) * (columns / Math.min(chunkSide, columns));
        long planes = Math.max(
                1, Math.min(SHARD_BYTES / ((long) rows * columns * type.bytes()), MOST_CHUNKS / chunksOfPlane));
        int shardZ = (int) Math.min(shape.z(), volume ? even(planes) : planes);
        int shardT = shardZ == shape.z() ? (int) Math.min(shape.t(), Math.max(1, planes / shardZ)) : 1;
        List<LevelPlan> levels = new ArrayList<>();
        for (Size size : sizes) {
            levels.add(size.level(levels.size(), chunkSide, shardZ, shardSide));
        }
        return new PyramidPlan(shape, type, shardT, levels);
    }

    /** True when a level has half the sections of the one before. */
    boolean halvesDepth(LevelPlan level) {
        return level.number() > 0
                && level.factorZ() > levels.get(level.number() - 1).factorZ();
    }

    /** Two sections that become one must be in one shard, so that shards of volumes are less wide. */
    private static int shardSide(PixelType type, boolean volume) {
        int planes = volume ? 8 : 1;
        int side = 512;
        while (4L * side * side * type.bytes() * planes <= SHARD_BYTES) {
            side *= 2;
        }
        return side;
    }

    private static long even(long planes) {
        return Math.max(2, planes - planes % 2);
    }

    private static int roundedUp(long length, int step) {
        return (int) ((length + step - 1) / step * step);
    }

    private static List<Size> sizes(PixelShape shape, double[] spacing) {
        List<Size> sizes = new ArrayList<>();
        Size size = new Size(shape.z(), shape.y(), shape.x(), 1, 1, 1);
        sizes.add(size);
        while (Math.max(size.height, size.width) > SMALLEST_LEVEL) {
            size = size.halved(spacing);
            sizes.add(size);
        }
        return sizes;
    }

    private record Size(long depth, long height, long width, long factorZ, long factorY, long factorX) {

        /** Half as many rows and columns; also sections while they lie no further apart than rows and columns. */
        Size halved(double[] spacing) {
            boolean alsoZ = depth > 1 && spacing != null && isAsFineInZ(spacing);
            return new Size(
                    alsoZ ? (depth + 1) / 2 : depth,
                    (height + 1) / 2,
                    (width + 1) / 2,
                    alsoZ ? factorZ * 2 : factorZ,
                    factorY * (height > 1 ? 2 : 1),
                    factorX * (width > 1 ? 2 : 1));
        }

        private boolean isAsFineInZ(double[] spacing) {
            double z = spacing[0] * factorZ;
            double y = height > 1 ? spacing[1] * factorY : Double.POSITIVE_INFINITY;
            double x = width > 1 ? spacing[2] * factorX : Double.POSITIVE_INFINITY;
            return z <= Math.min(y, x);
        }

        LevelPlan level(int number, int chunkSide, int shardZ, int shardSide) {
            int chunkHeight = (int) Math.min(chunkSide, height);
            int chunkWidth = (int) Math.min(chunkSide, width);
            return new LevelPlan(
                    number,
                    depth,
                    height,
                    width,
                    chunkHeight,
                    chunkWidth,
                    (int) Math.min(shardZ, depth),
                    Math.min(shardSide, roundedUp(height, chunkHeight)),
                    Math.min(shardSide, roundedUp(width, chunkWidth)),
                    factorZ,
                    factorY,
                    factorX);
        }
    }
}
