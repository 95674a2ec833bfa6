package org.vitrail.omezarr.pyramid;

import java.io.IOException;
import org.vitrail.omezarr.codec.CodecChain;
import org.vitrail.omezarr.codec.CorruptChunk;
import org.vitrail.pixels.PixelSource;

/** What is done with one tile, or with two that lie one behind the other: seen, halved, cut into chunks. Safe for several threads. */
final class TileWork {

    private static final int TILE = PyramidPass.TILE;

    private final PixelSource source;
    private final PyramidPlan plan;
    private final Tile.Observer observer;
    private final Samples2x2 halving;
    private final Samples2x2x2 halvingInDepth;
    private final BufferPool buffers = new BufferPool();
    private final ChunkEncoder encoder;
    private final int typeBytes;

    TileWork(PixelSource source, PyramidPlan plan, boolean labels, CodecChain codec, Tile.Observer observer) {
        this.source = source;
        this.plan = plan;
        this.observer = observer;
        this.halving = new Samples2x2(plan.type(), labels);
        this.halvingInDepth = new Samples2x2x2(plan.type(), labels);
        this.typeBytes = plan.type().bytes();
        this.encoder = new ChunkEncoder(codec, typeBytes, buffers);
    }

    /**
     * A shard in work.
     *
     * @param block its samples where they came from the level before, else null
     * @param parent where its halved samples go, or null
     * @param earlier its encoded chunks where an earlier run made them, else null
     * @param chunks where encoded chunks go; null when they are stored already
     */
    record Shard(ShardPlace place, Block block, Block parent, byte[][] earlier, byte[][] chunks) {}

    /** A tile's samples and where it lies. @param pooled what has to be given back, or null */
    private record Part(Tile tile, byte[] pooled) {}

    /** @param corner time point, section, row and column inside the shard; @param pair true to work on the next section too */
    Void run(Shard shard, int[] corner, boolean pair) throws IOException {
        boolean two = pair && corner[1] + 1 < shard.place.level().sectionsIn(shard.place.z());
        Part first = part(shard, corner);
        Part second = two ? part(shard, new int[] {corner[0], corner[1] + 1, corner[2], corner[3]}) : null;
        try {
            work(shard, corner, first.tile);
            if (second != null) {
                work(shard, new int[] {corner[0], corner[1] + 1, corner[2], corner[3]}, second.tile);
            }
            if (shard.parent != null) {
                halve(shard, corner[0], first.tile, second == null ? null : second.tile.area());
            }
        } finally {
            giveBack(first);
            giveBack(second);
        }
        return null;
    }

    private void giveBack(Part part) {
        if (part != null && part.pooled != null) {
            buffers.giveBack(part.pooled);
        }
    }

    private Part part(Shard shard, int[] corner) throws IOException {
        ShardPlace place = shard.place;
        LevelPlan level = place.level();
        int t = (int) (place.t() * plan.shardT()) + corner[0];
        int z = (int) (place.z() * level.shardDepth()) + corner[1];
        long top = place.y() * level.shardHeight() + corner[2];
        long left = place.x() * level.shardWidth() + corner[3];
        int height = Math.min(TILE, level.rowsIn(place.y()) - corner[2]);
        int width = Math.min(TILE, level.columnsIn(place.x()) - corner[3]);
        Block block = shard.block;
        if (block != null) {
            int offset = block.offset(corner[0], z, top, left);
            Area area = new Area(block.bytes(), offset, block.width(), height, width);
            return new Part(new Tile(level.number(), t, place.c(), z, top, left, area), null);
        }
        byte[] samples = buffers.take(height * width * typeBytes);
        Area area = new Area(samples, 0, width, height, width);
        if (shard.earlier == null || !decode(shard, corner, area)) {
            source.read(t, place.c(), z, top, left, height, width, samples);
        }
        return new Part(new Tile(level.number(), t, place.c(), z, top, left, area), samples);
    }

    private void work(Shard shard, int[] corner, Tile tile) {
        observer.see(tile);
        if (shard.chunks == null) {
            return;
        }
        LevelPlan level = shard.place.level();
        Area area = tile.area();
        for (int row = 0; row < area.height(); row += level.chunkHeight()) {
            for (int column = 0; column < area.width(); column += level.chunkWidth()) {
                shard.chunks[number(level, corner, row, column)] = encoder.encode(area, row, column, level);
            }
        }
    }

    /** Number of a chunk in the shard's C order. */
    private static int number(LevelPlan level, int[] corner, int row, int column) {
        int plane = corner[0] * level.shardDepth() + corner[1];
        int down = plane * level.chunksDown() + (corner[2] + row) / level.chunkHeight();
        return down * level.chunksAcross() + (corner[3] + column) / level.chunkWidth();
    }

    private void halve(Shard shard, int t, Tile first, Area second) {
        Block parent = shard.parent;
        boolean deep = plan.halvesDepth(plan.levels().get(first.level() + 1));
        int offset = parent.offset(t, deep ? first.z() / 2 : first.z(), first.y() / 2, first.x() / 2);
        if (second == null) {
            halving.reduce(first.area(), parent.bytes(), offset, parent.width());
        } else {
            halvingInDepth.reduce(first.area(), second, parent.bytes(), offset, parent.width());
        }
    }

    /** Takes a tile out of chunks of an earlier run; false when one is damaged. */
    private boolean decode(Shard shard, int[] corner, Area area) {
        LevelPlan level = shard.place.level();
        try {
            for (int row = 0; row < area.height(); row += level.chunkHeight()) {
                for (int column = 0; column < area.width(); column += level.chunkWidth()) {
                    encoder.decode(shard.earlier[number(level, corner, row, column)], area, row, column, level);
                }
            }
            return true;
        } catch (CorruptChunk damaged) {
            return false;
        }
    }
}
