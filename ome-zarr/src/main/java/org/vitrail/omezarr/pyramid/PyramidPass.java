package org.vitrail.omezarr.pyramid;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.vitrail.omezarr.codec.CodecChain;
import org.vitrail.omezarr.shard.ShardIndex;
import org.vitrail.pixels.PixelShape;
import org.vitrail.pixels.PixelSource;

/**
 * One pass over an image that makes every level's shards. Walks in Morton order: a shard's children come right before it, and of each
 * level above full resolution one shard is in memory at a time.
 */
public final class PyramidPass {

    private static final int TILE = 512;

    private final PixelSource source;
    private final PyramidPlan plan;
    private final ExecutorService workers;
    private final Tile.Observer observer;
    private final ShardSink sink;
    private final Samples2x2 halving;
    private final BufferPool buffers = new BufferPool();
    private final ChunkEncoder encoder;
    private final byte[][] levelBuffers;

    /** @param labels true to keep ids apart when halving; @param workers where tiles are worked on */
    public PyramidPass(
            PixelSource source,
            PyramidPlan plan,
            boolean labels,
            CodecChain codec,
            ExecutorService workers,
            Tile.Observer observer,
            ShardSink sink) {
        this.source = source;
        this.plan = plan;
        this.workers = workers;
        this.observer = observer;
        this.sink = sink;
        this.halving = new Samples2x2(plan.type(), labels);
        this.encoder = new ChunkEncoder(codec, plan.type().bytes(), buffers);
        this.levelBuffers = new byte[plan.levels().size()][];
    }

    /** Planes that share their shards: a channel, some t, some z. */
    private record Group(int firstT, int c, int firstZ, int countT, int countZ) {

        int planes() {
            return countT * countZ;
        }
    }

    /** Samples of a shard of one level, plane by plane, without padding. */
    private record Block(byte[] bytes, int height, int width) {

        Area area(int plane) {
            return new Area(bytes, plane * height * width, width, height, width);
        }
    }

    /** Makes everything; the sink's and source's exceptions come through. */
    public void run() throws IOException {
        PixelShape shape = plan.shape();
        LevelPlan top = plan.levels().get(plan.levels().size() - 1);
        for (long t = 0; t < shape.t(); t += plan.shardT()) {
            for (int c = 0; c < shape.c(); c++) {
                for (long z = 0; z < shape.z(); z += plan.shardZ()) {
                    int countT = (int) Math.min(plan.shardT(), shape.t() - t);
                    int countZ = (int) Math.min(plan.shardZ(), shape.z() - z);
                    make(new Group((int) t, c, (int) z, countT, countZ), top, 0, 0, null);
                }
            }
        }
    }

    /** Makes one shard after its children, and hands its half-sized samples to the parent. */
    private void make(Group group, LevelPlan level, long shardY, long shardX, Block parent) throws IOException {
        Block block = null;
        if (level.number() > 0) {
            block = block(group, level, shardY, shardX);
            LevelPlan below = plan.levels().get(level.number() - 1);
            for (long y = 2 * shardY; y < Math.min(2 * shardY + 2, below.shardsDown()); y++) {
                for (long x = 2 * shardX; x < Math.min(2 * shardX + 2, below.shardsAcross()); x++) {
                    make(group, below, y, x, block);
                }
            }
        }
        byte[][] chunks = new byte[plan.shardT() * plan.shardZ() * level.chunksDown() * level.chunksAcross()][];
        List<Callable<Void>> work = new ArrayList<>();
        for (int plane = 0; plane < group.planes(); plane++) {
            for (int y = 0; y < level.rowsIn(shardY); y += TILE) {
                for (int x = 0; x < level.columnsIn(shardX); x += TILE) {
                    TileWork tile = new TileWork(group, level, shardY, shardX, plane, y, x, block, parent, chunks);
                    work.add(tile::run);
                }
            }
        }
        await(work);
        put(group, level, shardY, shardX, chunks);
    }

    private Block block(Group group, LevelPlan level, long shardY, long shardX) {
        int number = level.number();
        if (levelBuffers[number] == null) {
            int planes = plan.shardT() * plan.shardZ();
            long height = Math.min(level.shardHeight(), level.height());
            long width = Math.min(level.shardWidth(), level.width());
            levelBuffers[number] = new byte
                    [Math.toIntExact(planes * height * width * plan.type().bytes())];
        }
        return new Block(levelBuffers[number], level.rowsIn(shardY), level.columnsIn(shardX));
    }

    private void put(Group group, LevelPlan level, long shardY, long shardX, byte[][] chunks) throws IOException {
        for (byte[] chunk : chunks) {
            if (chunk != null) {
                long[] place = {group.firstT / plan.shardT(), group.c, group.firstZ / plan.shardZ(), shardY, shardX};
                sink.take(level, place, ShardIndex.assemble(chunks));
                return;
            }
        }
    }

    private void await(List<Callable<Void>> work) throws IOException {
        try {
            for (Future<Void> done : workers.invokeAll(work)) {
                done.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The conversion was stopped");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException broken) {
                throw broken;
            }
            if (failed.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException("A tile could not be worked on", failed.getCause());
        }
    }

    /** What is done with one tile of one plane: seen, halved, cut into chunks. Rows and columns count inside the shard. */
    private final class TileWork {

        private final Group group;
        private final LevelPlan level;
        private final long shardY;
        private final long shardX;
        private final int plane;
        private final int y;
        private final int x;
        private final Block block;
        private final Block parent;
        private final byte[][] chunks;

        TileWork(
                Group group,
                LevelPlan level,
                long shardY,
                long shardX,
                int plane,
                int y,
                int x,
                Block block,
                Block parent,
                byte[][] chunks) {
            this.group = group;
            this.level = level;
            this.shardY = shardY;
            this.shardX = shardX;
            this.plane = plane;
            this.y = y;
            this.x = x;
            this.block = block;
            this.parent = parent;
            this.chunks = chunks;
        }

        Void run() throws IOException {
            int height = Math.min(TILE, level.rowsIn(shardY) - y);
            int width = Math.min(TILE, level.columnsIn(shardX) - x);
            if (block != null) {
                work(new Area(block.bytes, (plane * block.height + y) * block.width + x, block.width, height, width));
                return null;
            }
            byte[] tile = buffers.take(height * width * plan.type().bytes());
            try {
                source.read(t(), group.c, z(), top(), left(), height, width, tile);
                work(new Area(tile, 0, width, height, width));
            } finally {
                buffers.giveBack(tile);
            }
            return null;
        }

        private void work(Area area) {
            observer.see(new Tile(level.number(), t(), group.c, z(), top(), left(), area));
            if (parent != null) {
                long row = top() / 2
                        - (shardY / 2) * plan.levels().get(level.number() + 1).shardHeight();
                long column = left() / 2
                        - (shardX / 2) * plan.levels().get(level.number() + 1).shardWidth();
                int offset = (int) ((plane * (long) parent.height + row) * parent.width + column);
                halving.reduce(area, parent.bytes, offset, parent.width);
            }
            for (int row = 0; row < area.height(); row += level.chunkHeight()) {
                for (int column = 0; column < area.width(); column += level.chunkWidth()) {
                    int inShardT = plane / group.countZ;
                    int inShardZ = plane % group.countZ;
                    int number = (inShardT * plan.shardZ() + inShardZ) * level.chunksDown()
                            + (y + row) / level.chunkHeight();
                    number = number * level.chunksAcross() + (x + column) / level.chunkWidth();
                    chunks[number] = encoder.encode(area, row, column, level);
                }
            }
        }

        private int t() {
            return group.firstT + plane / group.countZ;
        }

        private int z() {
            return group.firstZ + plane % group.countZ;
        }

        private long top() {
            return shardY * level.shardHeight() + y;
        }

        private long left() {
            return shardX * level.shardWidth() + x;
        }
    }
}
